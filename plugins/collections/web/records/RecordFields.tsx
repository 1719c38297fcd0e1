import type { FieldDefinition } from '@pergola/api';
import { interfaceOf, isRequired } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Form } from '@pergola/ui';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGrowing } from './useGrowing';

/** An input for each field. */
export const RecordFields = memo(function RecordFields({ fields }: { fields: readonly FieldDefinition[] }) {
  const count = useGrowing(fields.length);
  return fields.slice(0, count).map((field) => <RecordField key={field.name} field={field} />);
});

const RecordField = memo(function RecordField({ field }: { field: FieldDefinition }) {
  const { t } = useTranslation();
  const text = useText();
  const { Input } = interfaceOf(field);
  const title = text(field.uiSchema?.title) || field.name;
  return (
    Input && (
      <Form.Item
        name={field.name}
        label={title}
        extra={text(field.description)}
        rules={isRequired(field) ? [{ required: true, message: t('{title} is needed.', { title }) }] : []}
      >
        <Input field={field} />
      </Form.Item>
    )
  );
});
