import { FormDrawer, LoadFailure, useAct, useFailureText, useReturnFocus } from '@pergola/plugin';
import { Alert, Form, InputNumber, Radio, Skeleton, SwitchRow } from '@pergola/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsKey, useLogSettings, type LogSettings } from '../queries';
import styles from './settings.module.css';

interface SettingsForm {
  isForever: boolean;
  retentionDays: number;
  logReads: boolean;
}

const usual = 180;
const most = 36_500;

/** How long the log is kept and what is in it. */
export function SettingsDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SettingsForm>();
  const { data, error, refetch } = useLogSettings();
  const describe = useFailureText();
  const [refusal, setRefusal] = useState<string>();
  const isForever = Form.useWatch('isForever', form) ?? false;
  useReturnFocus();

  useEffect(() => {
    if (data && !form.isFieldsTouched()) {
      form.setFieldsValue({
        isForever: data.retentionDays === 0,
        retentionDays: data.retentionDays || usual,
        logReads: data.logReads,
      });
    }
  }, [data, form]);

  const save = useAct<SettingsForm>({
    run: (api, values) => {
      const settings: LogSettings = {
        retentionDays: values.isForever ? 0 : values.retentionDays,
        logReads: values.logReads,
      };
      return api.post('auditLogs:updateSettings', settings);
    },
    touches: [settingsKey],
    done: t('Saved'),
    onDone: onClose,
    onFailed: (failure) => setRefusal(describe(failure)),
  });

  return (
    <FormDrawer
      title={t('Settings of the audit log')}
      isOpen
      isBusy={save.isPending}
      isClosed={!data}
      form={form}
      onClose={onClose}
      onSubmit={(values) => save.mutate({ ...values, retentionDays: values.retentionDays ?? usual })}
    >
      {refusal && <Alert className={styles['refusal'] ?? ''} type="error" role="alert" showIcon title={t('Not saved')} description={refusal} />}
      {error && !data && <LoadFailure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton active />}
      <div hidden={!data}>
        <Form.Item
          name="isForever"
          label={t('How long entries are kept')}
          extra={t('What is older goes once an hour, for good. Export it before if you have to keep it.')}
        >
          <Radio.Group
            className={styles['choices'] ?? ''}
            options={[
              { value: false, label: t('For a number of days') },
              { value: true, label: t('For ever') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="retentionDays"
          label={t('Days')}
          hidden={isForever}
          rules={[{ required: !isForever, message: t('Give a number of days, such as 180.') }]}
        >
          <InputNumber min={1} max={most} precision={0} />
        </Form.Item>
        <Form.Item name="logReads" valuePropName="isOn" noStyle>
          <SwitchRow
            title={t('Log what people read')}
            about={t('Every list and record that somebody opens becomes an entry. The log grows many times faster.')}
          />
        </Form.Item>
      </div>
    </FormDrawer>
  );
}
