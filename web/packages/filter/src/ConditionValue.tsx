import type { FieldDefinition } from '@pergola/api';
import { interfaceOf, type Operator } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Input, Select, VisuallyHidden } from '@pergola/ui';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DaysValue } from './DaysValue';
import { RecordsValue } from './RecordsValue';
import { WhenValue } from './WhenValue';

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
  const id = useId();
  const { Input: FieldInput } = interfaceOf(field);
  const options = useMemo(
    () => field.uiSchema?.enum?.map((option) => ({ value: option.value, label: text(option.label) })),
    [field, text],
  );

  if (operator.operand === 'none') {
    return null;
  }
  if (operator.operand === 'when') {
    return <WhenValue value={value} onChange={onChange} />;
  }
  if (operator.operand === 'days') {
    return <DaysValue value={value} onChange={onChange} />;
  }
  if (operator.operand === 'records') {
    return <RecordsValue field={field} value={value} onChange={onChange} />;
  }
  if (options && (operator.operand === 'values' || operator.operand === 'value')) {
    const isMany = operator.operand === 'values';
    return (
      <Select
        {...(isMany && { mode: 'multiple' as const })}
        aria-label={t('Value')}
        placeholder={t('Choose')}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? (isMany ? [] : null)}
        options={options}
        onChange={onChange}
      />
    );
  }
  if (operator.operand === 'value' && FieldInput) {
    return (
      <>
        <VisuallyHidden>
          <label htmlFor={id}>{t('Value')}</label>
        </VisuallyHidden>
        <FieldInput id={id} field={field} value={value} onChange={onChange} />
      </>
    );
  }
  return (
    <Input aria-label={t('Value')} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />
  );
}
