import { interfaceOf } from '@pergola/fields';
import { Button, CloseIcon, Select } from '@pergola/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionOperand } from './ConditionOperand';
import styles from './Conditions.module.css';
import type { Condition } from './conditions';
import { fieldsAlong, ownerOf } from './fieldPaths';
import { FieldPathPicker } from './FieldPathPicker';
import { useFilterSetting } from './FilterContext';
import { isVariable, nameOf, variablesFor } from './variables';
import { conditionToFilter, operatorOf } from './wireFilter';

interface ConditionRowProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation();
  const { collection, collections, variables = [], isChecked = false } = useFilterSetting();
  const faultId = useId();
  const fieldAt = (path: string) => fieldsAlong(path, collection, collections)?.at(-1);
  const field = fieldAt(condition.field);
  const owner = ownerOf(condition.field, collection, collections);
  const operators = field ? interfaceOf(field).operators : [];
  const operator = field && operatorOf(field, condition.operator);
  const isFinished = conditionToFilter(condition, collection, collections, variables) !== undefined;

  const chooseField = (path: string) => {
    const chosen = fieldAt(path);
    const same = chosen && operatorOf(chosen, condition.operator);
    const first = chosen ? interfaceOf(chosen).operators[0] : undefined;
    const next = same ?? first;
    // Words stay when the other field is compared with words too; a value of another kind would be nonsense.
    const isKept = next?.operand === 'text' && operator?.operand === 'text' && !isVariable(condition.value);
    onChange({ field: path, operator: next?.key ?? '', ...(isKept && { value: condition.value }) });
  };
  const isKeptBy = (key: string): boolean => {
    const { value } = condition;
    const next = field && operatorOf(field, key);
    if (!isVariable(value)) {
      return next?.operand === operator?.operand;
    }
    return next && owner ? variablesFor(field, owner, next, variables).some((one) => nameOf(one) === value.variable) : false;
  };
  const chooseOperator = (key: string) =>
    onChange({ field: condition.field, operator: key, ...(isKeptBy(key) && { value: condition.value }) });

  return (
    <div
      className={styles['row']}
      role="group"
      aria-label={t('Condition')}
      {...(isChecked && !isFinished && { 'aria-describedby': faultId })}
    >
      <FieldPathPicker path={condition.field} onChange={chooseField} />
      <Select
        value={condition.operator}
        aria-label={t('Operator')}
        options={operators.map((one) => ({ value: one.key, label: t(one.title) }))}
        onChange={chooseOperator}
      />
      <div className={styles['value']} data-first="">
        {field && owner && operator && (
          <ConditionOperand
            field={field}
            owner={owner}
            operator={operator}
            value={condition.value}
            onChange={(value) => onChange({ ...condition, value })}
          />
        )}
      </div>
      <Button type="text" icon={<CloseIcon />} aria-label={t('Remove condition')} onClick={onRemove} />
      {isChecked && !isFinished && (
        <p id={faultId} className={styles['fault']}>
          {operator ? t('Choose or type a value.') : t('Choose a field.')}
        </p>
      )}
    </div>
  );
}
