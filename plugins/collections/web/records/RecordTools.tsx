import type { CollectionDefinition } from '@pergola/api';
import { Button, ColumnsIcon, Popover, ReloadIcon, Skeleton, Tooltip } from '@pergola/ui';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownFields } from './columns';
import type { ConditionGroup } from './conditions';
import { FilterButton } from './filter/FilterButton';
import { FilterChips } from './filter/FilterChips';
import { PasteRows } from './paste/PasteRows';
import styles from './RecordTools.module.css';
import { recordsKey } from './useRecords';
import type { TableView, ViewChange } from './view';

const ColumnChoice = lazy(async () => ({ default: (await import('./ColumnChoice')).ColumnChoice }));

interface RecordToolsProps {
  collection: CollectionDefinition;
  view: TableView;
  onChange: (change: ViewChange) => void;
}

export function RecordTools({ collection, view, onChange }: RecordToolsProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const isFetching = useIsFetching({ queryKey: recordsKey(collection.name) }) > 0;
  const [isFiltering, setIsFiltering] = useState(false);
  const shown = useMemo(
    () => shownFields(collection, view.columns).map((field) => field.name),
    [collection, view.columns],
  );
  const filter = (conditions: ConditionGroup) =>
    onChange({ filter: conditions.items.length ? JSON.stringify(conditions) : null, page: null });

  return (
    <div className={styles['line']}>
      <div className={styles['tools']} role="toolbar" aria-label={t('Table')}>
        <FilterButton
          collection={collection}
          conditions={view.conditions}
          isOpen={isFiltering}
          onOpenChange={setIsFiltering}
          onChange={filter}
        />
        <Popover
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          destroyOnHidden
          content={
            <Suspense fallback={<Skeleton active />}>
              <ColumnChoice
                collection={collection}
                columns={view.columns}
                onChange={(columns) => onChange({ columns: columns?.join(',') ?? null })}
              />
            </Suspense>
          }
        >
          <Button icon={<ColumnsIcon />}>{t('Columns')}</Button>
        </Popover>
        <PasteRows collection={collection} shown={shown} />
        <Tooltip title={t('Read again')}>
          <Button
            type="text"
            icon={<ReloadIcon spin={isFetching} />}
            aria-label={t('Read again')}
            onClick={() => void queries.invalidateQueries({ queryKey: recordsKey(collection.name) })}
          />
        </Tooltip>
      </div>
      <FilterChips
        collection={collection}
        conditions={view.conditions}
        onOpen={() => setIsFiltering(true)}
        onChange={filter}
      />
    </div>
  );
}
