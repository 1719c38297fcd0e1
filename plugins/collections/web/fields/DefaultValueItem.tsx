import type { FieldDefinition } from '@pergola/api';
import type { FieldInterface } from '@pergola/fields';
import { Form } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { mergeDefinition } from './settings/fieldSettings';

/** What new records begin with, given by the control that fills the field in records. */
export function DefaultValueItem({ kind, field }: { kind: FieldInterface; field: FieldDefinition | undefined }) {
  const { t } = useTranslation();
  const options = Form.useWatch('options');
  const shown = useMemo(() => {
    const base: FieldDefinition = field ?? { ...kind.definition, name: 'default', interface: kind.name };
    return kind.hasOptions ? mergeDefinition(base, { uiSchema: { enum: options ?? [] } }) : base;
  }, [field, kind, options]);
  const { Input } = kind;
  return (
    Input && (
      <Form.Item name="defaultValue" label={t('Default value')} extra={t('New records begin with it.')}>
        <Input field={shown} />
      </Form.Item>
    )
  );
}
