import type { CollectionDefinition } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Button, CloseIcon, PlusIcon, Segmented, Select } from '@pergola/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { titleFieldOf, visibleFields } from '../collectionsQuery';
import { ConditionValue } from './ConditionValue';
import type { Condition, ConditionGroup } from './conditions';
import styles from './FilterBuilder.module.css';

interface FilterBuilderProps {
  collection: CollectionDefinition;
  conditions: ConditionGroup;
  onApply: (conditions: ConditionGroup) => void;
}

/** Typing here changes nothing in the table until it is applied. */
export function FilterBuilder({ collection, conditions, onApply }: FilterBuilderProps) {
  const { t } = useTranslation();
  const text = useText();
  const fields = visibleFields(collection).filter((field) => interfaceOf(field).operators.length > 0);
  const first = (): Condition => {
    const title = titleFieldOf(collection);
    const field = fields.find((one) => one.name === title) ?? fields[0];
    return { field: field?.name ?? '', operator: field ? (interfaceOf(field).operators[0]?.key ?? '') : '' };
  };
  const [logic, setLogic] = useState(conditions.logic);
  const [items, setItems] = useState(conditions.items.length ? conditions.items : [first()]);
  const change = (index: number, condition: Condition) =>
    setItems(items.map((item, at) => (at === index ? condition : item)));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply({ logic, items: items.filter((item) => item.field) });
  };

  return (
    <form className={styles['builder']} onSubmit={submit} aria-label={t('Filter')}>
      <Segmented
        value={logic}
        onChange={setLogic}
        options={[
          { value: '$and', label: t('All conditions') },
          { value: '$or', label: t('Any condition') },
        ]}
      />
      {items.map((item, index) => {
        const field = fields.find((candidate) => candidate.name === item.field);
        const operators = field ? interfaceOf(field).operators : [];
        const operator = operators.find((one) => one.key === item.operator);
        return (
          <div key={index} className={styles['row']}>
            <Select
              value={item.field}
              aria-label={t('Field')}
              showSearch={{ optionFilterProp: 'label' }}
              options={fields.map((one) => ({ value: one.name, label: text(one.uiSchema?.title) || one.name }))}
              onChange={(name) => {
                const chosen = fields.find((one) => one.name === name);
                const operatorKey = chosen ? (interfaceOf(chosen).operators[0]?.key ?? '') : '';
                change(index, { field: name, operator: operatorKey });
              }}
            />
            <Select
              value={item.operator}
              aria-label={t('Operator')}
              options={operators.map((one) => ({ value: one.key, label: t(one.title) }))}
              onChange={(key) => change(index, { field: item.field, operator: key })}
            />
            {field && operator && (
              <ConditionValue
                field={field}
                operator={operator}
                value={item.value}
                onChange={(value) => change(index, { ...item, value })}
              />
            )}
            <Button
              type="text"
              icon={<CloseIcon />}
              aria-label={t('Remove condition')}
              onClick={() => setItems(items.filter((_, at) => at !== index))}
            />
          </div>
        );
      })}
      <div className={styles['footer']}>
        <Button type="dashed" icon={<PlusIcon />} onClick={() => setItems([...items, first()])}>
          {t('Add condition')}
        </Button>
        <span className={styles['space']} />
        <Button onClick={() => onApply({ logic: '$and', items: [] })}>{t('Clear')}</Button>
        <Button type="primary" htmlType="submit">
          {t('Apply')}
        </Button>
      </div>
    </form>
  );
}
