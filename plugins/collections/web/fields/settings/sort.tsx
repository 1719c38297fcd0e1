import { isRelation, visibleFields } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Form, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { defineSettings, type SettingsProps } from './fieldSettings';

interface SortSettings {
  /** Empty for one order of all records. */
  scopeKey: string;
}

function SortItems({ collection, isNew }: SettingsProps) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <Form.Item
      name={['settings', 'scopeKey']}
      label={t('An order of its own for each')}
      extra={t('Such as a status: every status then counts from one.')}
    >
      <Select
        disabled={!isNew}
        options={[
          { value: '', label: t('One order for all records') },
          ...visibleFields(collection)
            .filter((field) => !isRelation(field) && field.type !== 'sort')
            .map((field) => ({ value: field.name, label: text(field.uiSchema?.title) || field.name })),
        ]}
      />
    </Form.Item>
  );
}

export const sortSettings = defineSettings<SortSettings>({
  Items: SortItems,
  read: (field) => ({ scopeKey: (field['scopeKey'] as string | undefined) ?? '' }),
  write: ({ scopeKey }) => (scopeKey ? { scopeKey } : {}),
});
