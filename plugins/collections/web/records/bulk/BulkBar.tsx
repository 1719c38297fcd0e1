import type { CollectionDefinition } from '@pergola/api';
import type { ConditionGroup } from '@pergola/filter';
import { Button, DeleteIcon, EditIcon } from '@pergola/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './BulkBar.module.css';
import { useSelectAll } from './useSelectAll';

const BulkEdit = lazy(async () => ({ default: (await import('./BulkEdit')).BulkEdit }));

interface BulkBarProps {
  collection: CollectionDefinition;
  conditions: ConditionGroup;
  selected: string[];
  /** How many records meet the conditions. */
  total: number;
  onSelect: (keys: string[]) => void;
  onDelete: () => void;
}

/** Comes in from below while something is selected. */
export function BulkBar({ collection, conditions, selected, total, onSelect, onDelete }: BulkBarProps) {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const selectAll = useSelectAll(collection, conditions, onSelect);
  return (
    <>
      <div role="status" className={styles['place']}>
        {selected.length > 0 && (
          <div className={styles['bar']}>
            <span>{t('{count} selected', { count: selected.length })}</span>
            {selected.length < total && (
              <Button type="link" loading={selectAll.isPending} onClick={() => selectAll.mutate()}>
                {t('Select all {count}', { count: total })}
              </Button>
            )}
            <Button onClick={() => onSelect([])}>{t('Clear the selection')}</Button>
            {collection.access?.update !== false && (
              <Button icon={<EditIcon />} onClick={() => setIsEditing(true)}>
                {t('Edit')}
              </Button>
            )}
            {collection.access?.destroy !== false && (
              <Button danger icon={<DeleteIcon />} onClick={onDelete}>
                {t('Delete')}
              </Button>
            )}
          </div>
        )}
      </div>
      {isEditing && (
        <Suspense>
          <BulkEdit collection={collection} keys={selected} onClose={() => setIsEditing(false)} />
        </Suspense>
      )}
    </>
  );
}
