import { appSettingsKey, languages, useAct, useFailureText, type AppSettings } from '@pergola/plugin';
import { Alert, Button, Form, Input, Select, Switch } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';

interface Fields {
  raw_title: string;
  enabledLanguages: string[];
  enableEditProfile: boolean;
  enableChangePassword: boolean;
}

const longestTitle = 255;

export function SettingsForm({ settings }: { settings: AppSettings }) {
  const { t } = useTranslation();
  const describe = useFailureText();
  const [form] = Form.useForm<Fields>();
  const [refusal, setRefusal] = useState<string>();
  const title = Form.useWatch('raw_title', form) ?? '';
  const save = useAct<Fields>({
    run: (api, values) => api.post('systemSettings:put', values),
    touches: [appSettingsKey],
    done: t('Saved'),
    onDone: () => setRefusal(undefined),
    onFailed: (error) => setRefusal(describe(error)),
  });
  // Languages of an existing installation stay, whether or not this page knows their names.
  const others = settings.enabledLanguages.filter((tag) => languages.every((language) => language.tag !== tag));
  const choices = [
    ...languages.map((language) => ({ value: language.tag as string, label: language.title as string })),
    ...others.map((tag) => ({ value: tag, label: tag })),
  ];

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        raw_title: settings.raw_title ?? '',
        enabledLanguages: settings.enabledLanguages,
        enableEditProfile: settings.enableEditProfile ?? true,
        enableChangePassword: settings.enableChangePassword ?? true,
      }}
      onFinish={(values) => save.mutate(values)}
    >
      {refusal && (
        <Alert className={styles['alert'] ?? ''} type="error" role="alert" showIcon title={t('Not saved')} description={refusal} />
      )}
      <Form.Item
        name="raw_title"
        label={t('Name of the app')}
        extra={
          title === settings.raw_title && settings.title !== settings.raw_title
            ? t('Shown as {title}.', { title: settings.title })
            : t('In the menu, on the sign-in page and in the title of the window. Variables can be part of it: {example}.', {
                example: '{{ $env.NAME }}',
              })
        }
        rules={[
          { required: true, whitespace: true, message: t('The app needs a name.') },
          { max: longestTitle, message: t('This name is too long.') },
        ]}
      >
        <Input />
      </Form.Item>
      <Form.Item
        name="enabledLanguages"
        label={t('Languages')}
        extra={t('The first is for those who have not chosen one.')}
        rules={[{ required: true, message: t('Choose at least one language.') }]}
      >
        <Select mode="multiple" options={choices} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="enableEditProfile" label={t('Allow edit profile')} valuePropName="checked" extra={t('People change their own name, address and phone number.')}>
        <Switch />
      </Form.Item>
      <Form.Item name="enableChangePassword" label={t('Allow change password')} valuePropName="checked" extra={t('People change their own password.')}>
        <Switch />
      </Form.Item>
      <div className={styles['foot']}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('Save')}
        </Button>
      </div>
    </Form>
  );
}
