import type { CollectionDefinition } from '@pergola/api';
import { FilterContext, NodeText, replaceAt, type ConditionGroup, type ConditionNode } from '@pergola/filter';
import { Button, CloseIcon } from '@pergola/ui';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCollections } from '../../collectionsQuery';
import styles from './FilterChips.module.css';

interface FilterChipsProps {
  collection: CollectionDefinition;
  conditions: ConditionGroup;
  onOpen: () => void;
  onChange: (conditions: ConditionGroup) => void;
}

/** The conditions that hold, each to be removed by itself. */
export function FilterChips({ collection, conditions, onOpen, onChange }: FilterChipsProps) {
  const { t } = useTranslation();
  const { collections } = useOpenCollections();
  const setting = useMemo(() => ({ collection, collections }), [collection, collections]);
  if (conditions.items.length === 0) {
    return null;
  }
  const word = conditions.logic === '$and' ? t('and') : t('or');
  return (
    <FilterContext value={setting}>
      <ul className={styles['chips']} aria-label={t('Conditions')}>
        {conditions.items.map((item, index) => (
          <li key={index}>
            {index > 0 && <em>{word}</em>}
            <Chip node={item} onOpen={onOpen} onRemove={() => onChange(replaceAt(conditions, [index], null))} />
          </li>
        ))}
      </ul>
    </FilterContext>
  );
}

function Chip({ node, onOpen, onRemove }: { node: ConditionNode; onOpen: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <span className={styles['chip']}>
      <button type="button" id={id} onClick={onOpen}>
        <NodeText node={node} />
      </button>
      <Button
        type="text"
        size="small"
        icon={<CloseIcon />}
        aria-label={t('Remove condition')}
        aria-describedby={id}
        onClick={onRemove}
      />
    </span>
  );
}
