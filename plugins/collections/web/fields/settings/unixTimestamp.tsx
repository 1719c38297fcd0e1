import { Form, Radio } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { timeSettings } from './date';
import { defineSettings, mergeDefinition, type SettingsProps } from './fieldSettings';

interface UnixSettings {
  accuracy: string;
}

function UnixItems(props: SettingsProps) {
  const { t } = useTranslation();
  return (
    <>
      <timeSettings.Items {...props} />
      <Form.Item
        name={['settings', 'accuracy']}
        label={t('Counted in')}
        extra={t('It cannot be changed later.')}
      >
        <Radio.Group
          disabled={!props.isNew}
          options={[
            { value: 'second', label: t('Seconds') },
            { value: 'millisecond', label: t('Milliseconds') },
          ]}
        />
      </Form.Item>
    </>
  );
}

export const unixTimestampSettings = defineSettings<UnixSettings>({
  Items: UnixItems,
  read: (field) => ({ ...timeSettings.read(field), accuracy: String(field['accuracy'] ?? 'second') }),
  write: (values, isNew) =>
    mergeDefinition(timeSettings.write({ ...values }, isNew), isNew ? { accuracy: values.accuracy } : {}),
});
