import type { CollectionDefinition } from '@pergola/api';
import { Button } from '@pergola/ui';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCollections } from '../../collectionsQuery';
import { noConditions, type ConditionGroup } from '../conditions';
import { ConditionGroupEditor } from './ConditionGroupEditor';
import styles from './FilterBuilder.module.css';
import { FilterContext } from './FilterContext';
import { firstCondition } from './firstCondition';
import { finished } from './wireFilter';

interface FilterBuilderProps {
  collection: CollectionDefinition;
  conditions: ConditionGroup;
  onApply: (conditions: ConditionGroup) => void;
}

/** Typing here changes nothing in the table until it is applied. */
export function FilterBuilder({ collection, conditions, onApply }: FilterBuilderProps) {
  const { t } = useTranslation();
  const { collections } = useCollections();
  const [group, setGroup] = useState<ConditionGroup>(() =>
    conditions.items.length > 0 ? conditions : { ...conditions, items: [firstCondition(collection)] },
  );
  const setting = useMemo(() => ({ collection, collections }), [collection, collections]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(finished(group, collection, collections));
  };

  return (
    <FilterContext value={setting}>
      <form className={styles['builder']} onSubmit={submit} aria-label={t('Filter')}>
        <div className={styles['tree']}>
          <ConditionGroupEditor group={group} depth={1} onChange={setGroup} />
        </div>
        <div className={styles['footer']}>
          <Button onClick={() => onApply(noConditions)}>{t('Clear')}</Button>
          <Button type="primary" htmlType="submit">
            {t('Apply')}
          </Button>
        </div>
      </form>
    </FilterContext>
  );
}
