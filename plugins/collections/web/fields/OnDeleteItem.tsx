import { Form, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

interface OnDeleteItemProps {
  /** Title of the collection whose records are referred to. */
  referred: string;
  /** Title of the collection that holds the key. */
  holder: string;
}

/** What becomes of the records that refer to one that is deleted. */
export function OnDeleteItem({ referred, holder }: OnDeleteItemProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={['relation', 'onDelete']}
      label={t('When a record of {title} is deleted', { title: referred || t('the other side') })}
    >
      <Select
        options={[
          { value: 'SET NULL', label: t('Empty the relation') },
          { value: 'CASCADE', label: t('Delete its records of {title} too', { title: holder || t('the other side') }) },
          { value: 'RESTRICT', label: t('Refuse while it is related') },
          { value: 'NO ACTION', label: t('Do nothing') },
        ]}
      />
    </Form.Item>
  );
}
