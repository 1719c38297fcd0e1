import type { FieldDefinition } from '@pergola/api';
import { interfaceOf, isRequired } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Form } from '@pergola/ui';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGrowing } from './useGrowing';

interface RecordFieldsProps {
  fields: readonly FieldDefinition[];
  /** Comes below once all inputs are there, so that it does not move. */
  children?: ReactNode;
}

/** An input for each field. */
export function RecordFields({ fields, children }: RecordFieldsProps) {
  const count = useGrowing(fields.length);
  return (
    <>
      {fields.slice(0, count).map((field) => (
        <RecordField key={field.name} field={field} />
      ))}
      {count === fields.length && children}
    </>
  );
}

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
