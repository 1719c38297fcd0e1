import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { keyFieldOf } from '@pergola/fields';
import { LoadFailure, useText } from '@pergola/plugin';
import { Button, Pagination, useIsNarrow } from '@pergola/ui';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkBar } from './bulk/BulkBar';
import { shownFields } from './columns';
import { gridColumns } from './grid/gridColumns';
import { GridSkeleton } from './grid/GridSkeleton';
import { toLines } from './grid/lines';
import { RecordGrid } from './grid/RecordGrid';
import { useStable } from './grid/useStable';
import { NoRecords } from './NoRecords';
import { RecordCards } from './RecordCards';
import styles from './RecordTable.module.css';
import { useDelete } from './useDelete';
import { useRecords } from './useRecords';
import { useTree } from './useTree';
import { pageSizes, type TableView, type ViewChange } from './view';

interface RecordTableProps {
  collection: CollectionDefinition;
  view: TableView;
  onChange: (change: ViewChange) => void;
}

/** Cards are all drawn at once, on the smaller machine at that. */
const mostCards = 200;
const noRows: RecordValues[] = [];

export const RecordTable = memo(function RecordTable({ collection, view, onChange }: RecordTableProps) {
  const { t } = useTranslation();
  const text = useText();
  const isNarrow = useIsNarrow();
  const [selected, setSelected] = useState<string[]>([]);
  const fields = useMemo(() => shownFields(collection, view.columns), [collection, view.columns]);
  const columns = useMemo(() => gridColumns(collection, fields, text), [collection, fields, text]);
  const pageSize = isNarrow ? Math.min(mostCards, view.pageSize) : view.pageSize;
  const records = useRecords(
    collection,
    { ...view, pageSize },
    fields.map((field) => field.name),
  );
  const { hidden, remove } = useDelete(collection);
  const keyField = keyFieldOf(collection);
  const loaded = records.data?.data ?? noRows;
  const tree = useTree(collection, view, loaded, onChange);
  const lines = useMemo(
    () => toLines({ rows: loaded, keyField, childrenField: tree.childrenField, expanded: tree.expanded, hidden }),
    [loaded, keyField, tree.childrenField, tree.expanded, hidden],
  );
  const gone = hidden.size === 0 ? 0 : loaded.filter((row) => hidden.has(String(row[keyField]))).length;
  const count = Math.max(0, (records.data?.meta?.count ?? 0) - gone);
  const open = useStable((record: string) => onChange({ record }));
  const sort = useStable((next: string | null) => onChange({ sort: next, page: null }));

  if (records.error && !records.data) {
    return <LoadFailure error={records.error} onRetry={() => void records.refetch()} />;
  }
  if (records.isPending) {
    return <GridSkeleton columns={columns} />;
  }
  if (lines.length === 0 && view.page === 1) {
    return <NoRecords collection={collection} isFiltered={view.conditions.items.length > 0} onChange={onChange} />;
  }

  return (
    <div className={styles['area']}>
      {isNarrow ? (
        <div className={records.isPlaceholderData ? styles['waiting'] : undefined} aria-busy={records.isFetching}>
          <RecordCards fields={fields} lines={lines} tree={tree.controls} onOpen={open} />
        </div>
      ) : (
        <section className={styles['frame']}>
          <RecordGrid
            label={text(collection.title) || collection.name}
            collection={collection}
            columns={columns}
            lines={lines}
            sort={view.sort}
            selected={selected}
            isWaiting={records.isPlaceholderData}
            tree={tree.controls}
            list={JSON.stringify([view.page, pageSize, view.sort, view.conditions])}
            onSelect={setSelected}
            onSort={sort}
            onOpen={open}
          />
        </section>
      )}
      {records.error && (
        <div role="alert" className={styles['stale']}>
          <span>{t('These records could not be read again; they may have changed since.')}</span>
          <Button onClick={() => void records.refetch()}>{t('Try again')}</Button>
        </div>
      )}
      <Pagination
        className={styles['pages'] ?? ''}
        size="small"
        align="end"
        current={view.page}
        pageSize={pageSize}
        total={count}
        pageSizeOptions={isNarrow ? pageSizes.filter((size) => size <= mostCards) : pageSizes}
        showSizeChanger
        showTotal={(total, [from, to]) => t('{from}–{to} of {total}', { from, to, total })}
        onChange={(page, size) => onChange({ page: String(page), pageSize: String(size) })}
      />
      <BulkBar
        collection={collection}
        conditions={view.conditions}
        selected={selected}
        total={count}
        onSelect={setSelected}
        onDelete={() => {
          remove(selected);
          setSelected([]);
        }}
      />
    </div>
  );
}, isSameTable);

/** A record that opens over the table is no change of the table. */
function isSameTable(before: RecordTableProps, after: RecordTableProps): boolean {
  const { record: _, parent: __, ...list } = before.view;
  const names = Object.keys(list) as (keyof typeof list)[];
  const isSameList = names.every((name) => before.view[name] === after.view[name]);
  return isSameList && before.collection === after.collection && before.onChange === after.onChange;
}
