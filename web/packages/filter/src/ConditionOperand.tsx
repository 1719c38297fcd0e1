import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import type { Operator } from '@pergola/fields';
import { Button, Dropdown, PersonIcon } from '@pergola/ui';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Conditions.module.css';
import { ConditionValue } from './ConditionValue';
import { useFilterSetting } from './FilterContext';
import { VariableChip } from './VariableChip';
import { useVariableTitle } from './useVariableTitle';
import { comparisonWith, isVariable, nameOf, variableOf, variablesFor } from './variables';

interface ConditionOperandProps {
  field: FieldDefinition;
  /** The collection that has the field. */
  owner: CollectionDefinition;
  operator: Operator;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** What a condition compares with: a value, or a variable where there are some that fit. */
export function ConditionOperand({ field, owner, operator, value, onChange }: ConditionOperandProps) {
  const { t } = useTranslation();
  const title = useVariableTitle();
  const { variables = [] } = useFilterSetting();
  const opener = useRef<HTMLButtonElement>(null);
  const offered = variablesFor(field, owner, operator, variables);
  const chosen = variableOf(value, variables);
  const hint = chosen && comparisonWith(operator, chosen)?.name === '$eq' && chosen.emptyHint;

  const operand = chosen ? (
    <VariableChip
      variable={chosen}
      onRemove={() => {
        onChange(undefined);
        opener.current?.focus();
      }}
    />
  ) : (
    <ConditionValue
      field={field}
      operator={operator}
      value={isVariable(value) ? undefined : value}
      onChange={onChange}
    />
  );
  if (offered.length === 0) {
    return operand;
  }
  return (
    <>
      <div className={styles['operand']}>
        <div className={styles['typed']}>{operand}</div>
        <Dropdown
          trigger={['click']}
          menu={{
            selectable: true,
            selectedKeys: chosen ? [nameOf(chosen)] : [],
            items: offered.map((one) => ({ key: nameOf(one), label: title(one) })),
            onClick: ({ key }) => onChange({ variable: key }),
          }}
        >
          <Button
            ref={opener}
            icon={<PersonIcon />}
            title={t('Something of the person who looks')}
            aria-label={t('Something of the person who looks')}
          />
        </Dropdown>
      </div>
      {hint && <small className={styles['hint']}>{t(hint)}</small>}
    </>
  );
}
