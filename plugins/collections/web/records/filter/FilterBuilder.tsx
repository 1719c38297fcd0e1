import type { CollectionDefinition } from '@pergola/api';
import {
  ConditionGroupEditor,
  FilterContext,
  finished,
  firstCondition,
  noConditions,
  type ConditionGroup,
} from '@pergola/filter';
import { Button } from '@pergola/ui';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCollections } from '../../collectionsQuery';
import styles from './FilterBuilder.module.css';

/** What somebody has begun, and the conditions it was begun from. */
export interface FilterDraft {
  from: ConditionGroup;
  group: ConditionGroup;
}

interface FilterBuilderProps {
  collection: CollectionDefinition;
  conditions: ConditionGroup;
  /** A draft outlives the builder, so that looking at the table in between loses nothing. */
  readDraft: () => FilterDraft | null;
  onDraft: (draft: FilterDraft | null) => void;
  onApply: (conditions: ConditionGroup) => void;
}

/** Typing here changes nothing in the table until it is applied. */
export function FilterBuilder(props: FilterBuilderProps) {
  const { collection, conditions, readDraft, onDraft, onApply } = props;
  const { t } = useTranslation();
  const { collections } = useOpenCollections();
  const [group, setGroup] = useState<ConditionGroup>(() => {
    const draft = readDraft();
    if (draft?.from === conditions) {
      return draft.group;
    }
    return conditions.items.length > 0 ? conditions : { ...conditions, items: [firstCondition(collection)] };
  });
  const setting = useMemo(() => ({ collection, collections }), [collection, collections]);

  const change = (changed: ConditionGroup) => {
    onDraft({ from: conditions, group: changed });
    setGroup(changed);
  };
  const apply = (applied: ConditionGroup) => {
    onDraft(null);
    onApply(applied);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(finished(group, collection, collections));
  };

  return (
    <FilterContext value={setting}>
      <form className={styles['builder']} onSubmit={submit} aria-label={t('Filter')}>
        <div className={styles['tree']}>
          <ConditionGroupEditor group={group} depth={1} onChange={change} />
        </div>
        <div className={styles['footer']}>
          <Button onClick={() => apply(noConditions)}>{t('Clear')}</Button>
          <Button type="primary" htmlType="submit">
            {t('Apply')}
          </Button>
        </div>
      </form>
    </FilterContext>
  );
}
