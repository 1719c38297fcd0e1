import { interfaceOf } from '@pergola/fields';
import { Button, CloseIcon, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { Condition } from './conditions';
import { ConditionValue } from './ConditionValue';
import { fieldsAlong } from './fieldPaths';
import { FieldPathPicker } from './FieldPathPicker';
import styles from './Conditions.module.css';
import { useFilterSetting } from './FilterContext';
import { operatorOf } from './wireFilter';

interface ConditionRowProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation();
  const { collection, collections } = useFilterSetting();
  const fieldAt = (path: string) => fieldsAlong(path, collection, collections)?.at(-1);
  const field = fieldAt(condition.field);
  const operators = field ? interfaceOf(field).operators : [];
  const operator = field && operatorOf(field, condition.operator);

  const chooseField = (path: string) => {
    const chosen = fieldAt(path);
    const same = chosen && operatorOf(chosen, condition.operator);
    const first = chosen ? interfaceOf(chosen).operators[0] : undefined;
    const next = same ?? first;
    // Words stay when the other field is compared with words too; a value of another kind would be nonsense.
    const isKept = next?.operand === 'text' && operator?.operand === 'text';
    onChange({ field: path, operator: next?.key ?? '', ...(isKept && { value: condition.value }) });
  };
  const chooseOperator = (key: string) => {
    const isKept = field && operatorOf(field, key)?.operand === operator?.operand;
    onChange({ field: condition.field, operator: key, ...(isKept && { value: condition.value }) });
  };

  return (
    <div className={styles['row']}>
      <FieldPathPicker path={condition.field} onChange={chooseField} />
      <Select
        value={condition.operator}
        aria-label={t('Operator')}
        options={operators.map((one) => ({ value: one.key, label: t(one.title) }))}
        onChange={chooseOperator}
      />
      <div className={styles['value']} data-first="">
        {field && operator && (
          <ConditionValue
            field={field}
            operator={operator}
            value={condition.value}
            onChange={(value) => onChange({ ...condition, value })}
          />
        )}
      </div>
      <Button type="text" icon={<CloseIcon />} aria-label={t('Remove condition')} onClick={onRemove} />
    </div>
  );
}
