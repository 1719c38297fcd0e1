import { decimalsOf, stepOf } from '@pergola/fields';
import { Form, InputNumber, Radio, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { defineSettings, withProps, type SettingsProps } from './fieldSettings';

interface NumberSettings {
  /** Empty for as many as there are. */
  decimals: number | '';
  isExact?: boolean;
  precision?: number;
  scale?: number;
}

const choices = [1, 2, 3, 4, 5, 6, 7, 8];

function DecimalsItem() {
  const { t } = useTranslation();
  return (
    <Form.Item name={['settings', 'decimals']} label={t('Decimals')}>
      <Select
        options={[
          { value: '', label: t('As many as there are') },
          ...choices.map((count) => ({ value: count, label: String(count) })),
        ]}
      />
    </Form.Item>
  );
}

function NumberItems({ isNew }: SettingsProps) {
  const { t } = useTranslation();
  const isExact = Form.useWatch(['settings', 'isExact']) === true;
  return (
    <>
      <DecimalsItem />
      {isNew && (
        <Form.Item
          name={['settings', 'isExact']}
          label={t('Kept as')}
          extra={t('Money wants exact decimals. It cannot be changed later.')}
        >
          <Radio.Group
            options={[
              { value: false, label: t('Floating point') },
              { value: true, label: t('Exact decimal') },
            ]}
          />
        </Form.Item>
      )}
      {isNew && isExact && (
        <>
          <Form.Item name={['settings', 'precision']} label={t('Digits in all')}>
            <InputNumber min={1} max={38} precision={0} />
          </Form.Item>
          <Form.Item
            name={['settings', 'scale']}
            label={t('Digits after the point')}
            dependencies={[['settings', 'precision']]}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, scale: number) =>
                  scale <= getFieldValue(['settings', 'precision'])
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('There cannot be more of them than digits in all.'))),
              }),
            ]}
          >
            <InputNumber min={0} max={30} precision={0} />
          </Form.Item>
        </>
      )}
    </>
  );
}

const step = (decimals: number | '' | undefined) => withProps({ step: stepOf(decimals || null) });

export const numberSettings = defineSettings<NumberSettings>({
  Items: NumberItems,
  read: (field) => ({ decimals: decimalsOf(field) ?? '', isExact: false, precision: 10, scale: 2 }),
  write: ({ decimals, isExact, precision, scale }, isNew) => ({
    ...step(decimals),
    ...(isNew && isExact && { type: 'decimal', precision, scale }),
  }),
});

export const percentSettings = defineSettings<NumberSettings>({
  Items: DecimalsItem,
  read: (field) => ({ decimals: decimalsOf(field) ?? '' }),
  write: ({ decimals }) => step(decimals),
});
