import type { Filter } from '@pergola/api';
import { finished, FilterContext, NodeText } from '@pergola/filter';
import { useText } from '@pergola/plugin';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionTrial } from './ConditionTrial';
import { shownFor, type Draft, type Setting } from './draft';
import styles from './scopes.module.css';

interface ConditionMeaningProps {
  setting: Setting;
  draft: Draft;
  /** Undefined while there is nothing to save. */
  filter: Filter | undefined;
}

/** What a condition lets through: in words, and for one person in numbers. */
export function ConditionMeaning({ setting, draft, filter }: ConditionMeaningProps) {
  const { t } = useTranslation();
  const text = useText();
  const { collection, collections, variables } = setting;
  const group = useMemo(() => {
    const shown = draft.mode === 'builder' ? draft : shownFor(draft, setting);
    return 'group' in shown ? finished(shown.group, collection, collections, variables) : undefined;
  }, [draft, setting, collection, collections, variables]);
  const hasWords = group !== undefined && group.items.length > 0;
  if (!hasWords && !filter) {
    return null;
  }
  return (
    <section className={styles['meaning']} aria-label={t('What this means')}>
      {hasWords && (
        <FilterContext value={setting}>
          <p>
            {t('{title} where', { title: text(collection.title) || collection.name })} <NodeText node={group} />
          </p>
        </FilterContext>
      )}
      {filter && <ConditionTrial collection={collection} filter={filter} />}
    </section>
  );
}
