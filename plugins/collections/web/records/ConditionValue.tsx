import type { FieldDefinition } from '@pergola/api';
import { interfaceOf, periods, type Operator } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Input, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

interface ConditionValueProps {
  field: FieldDefinition;
  operator: Operator;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** The right-hand side of a condition, as its operator wants it. */
export function ConditionValue({ field, operator, value, onChange }: ConditionValueProps) {
  const { t } = useTranslation();
  const text = useText();
  const label = t('Value');
  const { Input: FieldInput } = interfaceOf(field);

  switch (operator.operand) {
    case 'none':
      return <span />;
    case 'text':
      return (
        <Input aria-label={label} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />
      );
    case 'day':
      return (
        <Input
          type="date"
          aria-label={label}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'period':
      return (
        <Select
          aria-label={label}
          value={(value as { type?: string } | undefined)?.type ?? null}
          options={periods.map((period) => ({ value: period.type, label: t(period.title) }))}
          onChange={(type) => onChange({ type })}
        />
      );
    case 'values':
      return (
        <Select
          mode="multiple"
          aria-label={label}
          value={(value as string[] | undefined) ?? []}
          options={(field.uiSchema?.enum ?? []).map((option) => ({
            value: String(option.value),
            label: text(option.label),
          }))}
          onChange={onChange}
        />
      );
    case 'value':
      return FieldInput ? (
        <FieldInput field={field} value={value} onChange={onChange} />
      ) : (
        <Input aria-label={label} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />
      );
  }
}
