import { useText } from '@pergola/plugin';
import { Checkbox, Radio, Select } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from '../fieldInterface';
import styles from '../views.module.css';

const several = new Set(['multipleSelect', 'checkboxGroup']);

export function ChoiceInput({ field, id, value, onChange, disabled, isInline = false }: InputProps) {
  const { t } = useTranslation();
  const text = useText();
  const options = useMemo(
    () => (field.uiSchema?.enum ?? []).map((option) => ({ value: option.value, label: text(option.label) })),
    [field, text],
  );
  const isOff = disabled ?? false;

  if (field.interface === 'radioGroup' && !isInline) {
    return (
      <Radio.Group
        className={styles['group'] ?? ''}
        options={options}
        value={value}
        disabled={isOff}
        onChange={(event) => onChange?.(event.target.value)}
      />
    );
  }
  if (field.interface === 'checkboxGroup' && !isInline) {
    return (
      <Checkbox.Group
        className={styles['group'] ?? ''}
        options={options}
        value={(value as string[] | null) ?? []}
        disabled={isOff}
        onChange={(values) => onChange?.(values)}
      />
    );
  }
  return (
    <Select
      {...(id && { id })}
      {...(several.has(field.interface ?? '') && { mode: 'multiple' as const })}
      className={styles['wide'] ?? ''}
      placeholder={isInline ? undefined : t('Choose')}
      allowClear
      autoFocus={isInline}
      defaultOpen={isInline}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={value ?? undefined}
      disabled={isOff}
      onChange={(chosen) => onChange?.(chosen ?? null)}
    />
  );
}
