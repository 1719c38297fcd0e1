import type { CollectionDefinition } from '@pergola/api';
import { countOf, type ConditionGroup } from '@pergola/filter';
import { ColumnsIcon, FilterIcon, IconButton, ReloadIcon, Skeleton } from '@pergola/ui';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownFields } from './columns';
import { DensityChoice } from './DensityChoice';
import { FilterBuilder, type FilterDraft } from './filter/FilterBuilder';
import { FilterChips } from './filter/FilterChips';
import { PasteRows } from './paste/PasteRows';
import styles from './RecordTools.module.css';
import { ToolPopover } from './ToolPopover';
import { recordsKey } from './useRecords';
import type { TableView, ViewChange } from './view';
import { ViewMenu } from './views/ViewMenu';

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
  const [open, setOpen] = useState<'filter' | 'columns' | null>(null);
  const draft = useRef<FilterDraft | null>(null);
  const count = countOf(view.conditions);
  const shown = useMemo(
    () => shownFields(collection, view.columns).map((field) => field.name),
    [collection, view.columns],
  );
  const filter = (conditions: ConditionGroup) =>
    onChange({ filter: conditions.items.length ? JSON.stringify(conditions) : null, page: null });

  return (
    <div className={styles['line']}>
      <div className={styles['tools']} role="toolbar" aria-label={t('Table')}>
        <ViewMenu collection={collection} />
        <ToolPopover
          label={count ? t('Filter ({count})', { count }) : t('Filter')}
          icon={<FilterIcon />}
          isActive={count > 0}
          isOpen={open === 'filter'}
          onOpenChange={(isOpen) => setOpen(isOpen ? 'filter' : null)}
        >
          <FilterBuilder
            collection={collection}
            conditions={view.conditions}
            readDraft={() => draft.current}
            onDraft={(begun) => {
              draft.current = begun;
            }}
            onApply={(conditions) => {
              setOpen(null);
              filter(conditions);
            }}
          />
        </ToolPopover>
        <ToolPopover
          label={t('Columns')}
          icon={<ColumnsIcon />}
          isOpen={open === 'columns'}
          onOpenChange={(isOpen) => setOpen(isOpen ? 'columns' : null)}
        >
          <Suspense fallback={<Skeleton active />}>
            <ColumnChoice
              collection={collection}
              columns={view.columns}
              onChange={(columns) => onChange({ columns: columns?.join(',') ?? null })}
            />
          </Suspense>
        </ToolPopover>
        <DensityChoice />
        {collection.access?.create !== false && <PasteRows collection={collection} shown={shown} />}
        <IconButton
          icon={<ReloadIcon spin={isFetching} />}
          hint={t('Read again')}
          label={t('Read again')}
          onClick={() => void queries.invalidateQueries({ queryKey: recordsKey(collection.name) })}
        />
      </div>
      <FilterChips
        collection={collection}
        conditions={view.conditions}
        onOpen={() => setOpen('filter')}
        onChange={filter}
      />
    </div>
  );
}
