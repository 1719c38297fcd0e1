import { FormDrawer, useAct, useFailureText, useReturnFocus } from '@pergola/plugin';
import {
  Alert,
  fontSizes,
  Form,
  Input,
  InputNumber,
  lookColors,
  lookOf,
  paletteOf,
  radii,
  Radio,
  Switch,
  withLook,
  type Look,
  type LookColor,
  type ThemeJson,
} from '@pergola/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { themesKey } from '../queries';
import type { Theme } from '../theme';
import styles from '../themes.module.css';
import { ColorInput } from './ColorInput';
import { ContrastWarning } from './ContrastWarning';
import { Sample } from './Sample';

interface Fields extends Look {
  name: string;
  optional: boolean;
}

interface ThemeDrawerProps {
  /** Undefined for a new one. */
  theme: Theme | undefined;
  /** What a new one begins with. */
  start: ThemeJson;
  onClose: () => void;
}

const longestName = 100;

/** Without what nobody gave, which forms keep as null. */
const given = (look: Partial<Look>): Look => ({
  mode: 'light',
  isCompact: false,
  ...Object.fromEntries(Object.entries(look).filter(([, value]) => value !== null && value !== undefined)),
});

export function ThemeDrawer({ theme, start, onClose }: ThemeDrawerProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const describe = useFailureText();
  const [form] = Form.useForm<Fields>();
  const [refusal, setRefusal] = useState<string>();
  const base = theme?.config ?? start;
  const [look, setLook] = useState<Look>(() => lookOf(base));

  useEffect(() => {
    form.setFieldsValue({ name: base.name, optional: theme?.optional ?? true, ...lookOf(base) });
  }, [form, base, theme]);

  const save = useAct<Fields>({
    run: (api, { name, optional, ...values }) => {
      const config = { ...withLook(base, given(values)), name: name.trim() };
      return theme
        ? api.post('themeConfig:update', { config, optional }, { params: { filterByTk: theme.id } })
        : api.post('themeConfig:create', { config, optional });
    },
    touches: [themesKey],
    done: t('Saved'),
    onDone: onClose,
    onFailed: (error) => setRefusal(describe(error)),
  });

  const titles: Record<LookColor, string> = {
    accent: t('Accent'),
    surface0: t('Page'),
    surface1: t('Card'),
    text1: t('Text'),
    success: t('Success'),
    warning: t('Warning'),
    danger: t('Danger'),
    info: t('Information'),
  };
  const own = paletteOf(look.mode, null);

  return (
    <FormDrawer
      title={theme ? t('Edit {title}', { title: theme.config.name }) : t('New theme')}
      isOpen
      isBusy={save.isPending}
      form={form}
      firstField="name"
      width={520}
      onClose={onClose}
      onChange={() => {
        const { name: _, optional: __, ...values } = form.getFieldsValue();
        setLook(given(values));
      }}
      onSubmit={(values) => save.mutate(values)}
    >
      {refusal && (
        <Alert className={styles['alert'] ?? ''} type="error" role="alert" showIcon title={t('Not saved')} description={refusal} />
      )}
      <Sample look={look} />
      <ContrastWarning look={look} />
      <Form.Item
        name="name"
        label={t('Name')}
        rules={[
          { required: true, whitespace: true, message: t('Please enter a name') },
          { max: longestName, message: t('This name is too long.') },
        ]}
      >
        <Input />
      </Form.Item>
      <Form.Item name="mode" label={t('Made for')} extra={t('Readers keep choosing light or dark. On the other kind of page only the accents count, made readable there.')}>
        <Radio.Group
          options={[
            { value: 'light', label: t('Light pages') },
            { value: 'dark', label: t('Dark pages') },
          ]}
        />
      </Form.Item>
      <div className={styles['colors']}>
        {lookColors.map((name) => (
          <Form.Item key={name} name={name} label={titles[name]}>
            <ColorInput label={titles[name]} fallback={own[name]} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="radius" label={t('Round corners, in pixels')}>
        <InputNumber min={radii.least} max={radii.most} precision={0} placeholder="6" />
      </Form.Item>
      <Form.Item name="fontSize" label={t('Size of text, in pixels')}>
        <InputNumber min={fontSizes.least} max={fontSizes.most} precision={0} placeholder="14" />
      </Form.Item>
      <Form.Item name="isCompact" label={t('Compact')} valuePropName="checked" extra={t('Buttons and inputs take less room.')}>
        <Switch />
      </Form.Item>
      <Form.Item name="optional" label={t('People may choose it for themselves')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}
