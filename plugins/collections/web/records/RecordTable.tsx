import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Button, Card, EmptyState, Pagination, Skeleton, Table, useIsNarrow } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyFieldOf } from '../collectionsQuery';
import { LoadFailure } from '../components/LoadFailure';
import { BulkBar } from './bulk/BulkBar';
import { shownFields } from './columns';
import { RecordCards } from './RecordCards';
import styles from './RecordTable.module.css';
import { useDelete } from './useDelete';
import { useRecords } from './useRecords';
import { useTableColumns } from './useTableColumns';
import { pageSizes, type TableView, type ViewChange } from './view';

interface RecordTableProps {
  collection: CollectionDefinition;
  view: TableView;
  onChange: (change: ViewChange) => void;
}

export function RecordTable({ collection, view, onChange }: RecordTableProps) {
  const { t } = useTranslation();
  const text = useText();
  const isNarrow = useIsNarrow();
  const [selected, setSelected] = useState<string[]>([]);
  const fields = shownFields(collection, view.columns);
  const columns = useTableColumns(collection, fields, view.sort, (key) => onChange({ record: key }));
  const records = useRecords(
    collection,
    view,
    fields.map((field) => field.name),
  );
  const { hidden, remove } = useDelete(collection);
  const key = keyFieldOf(collection);
  const rows = (records.data?.data ?? []).filter((row) => !hidden.has(String(row[key])));
  const count = Math.max(0, (records.data?.meta?.count ?? 0) - hidden.size);

  if (records.error && !records.data) {
    return <LoadFailure error={records.error} onRetry={() => void records.refetch()} />;
  }
  if (records.isPending) {
    return (
      <Card>
        <Skeleton active paragraph={{ rows: 10 }} />
      </Card>
    );
  }
  if (rows.length === 0 && view.page === 1) {
    const isFiltered = view.conditions.items.length > 0;
    return (
      <Card>
        <EmptyState
          title={isFiltered ? t('No record meets the filter') : t('No records yet')}
          action={
            isFiltered ? (
              <Button onClick={() => onChange({ filter: null })}>{t('Clear the filter')}</Button>
            ) : (
              <Button type="primary" onClick={() => onChange({ record: 'new' })}>
                {t('Add the first record')}
              </Button>
            )
          }
        >
          {isFiltered
            ? t('There are records, but none of them meets all its conditions.')
            : t('{title} holds one record for each thing you keep here.', {
                title: text(collection.title) || collection.name,
              })}
        </EmptyState>
      </Card>
    );
  }

  return (
    <>
      <div className={records.isPlaceholderData ? styles['waiting'] : undefined} aria-busy={records.isFetching}>
        {isNarrow ? (
          <RecordCards
            collection={collection}
            fields={fields}
            rows={rows}
            onOpen={(record) => onChange({ record })}
          />
        ) : (
          <Card isFlush>
            <Table<RecordValues>
              className={styles['table'] ?? ''}
              rowKey={(row) => String(row[key])}
              size="small"
              columns={columns}
              dataSource={rows}
              pagination={false}
              showSorterTooltip={false}
              scroll={{ x: 'max-content', y: 'calc(100dvh - 292px)' }}
              rowSelection={{
                selectedRowKeys: selected,
                columnWidth: 44,
                fixed: true,
                onChange: (keys) => setSelected(keys.map(String)),
              }}
              onChange={(_, __, sorter) => {
                const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
                const sort = order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : null;
                onChange({ sort, page: null });
              }}
            />
          </Card>
        )}
      </div>
      <Pagination
        className={styles['pages'] ?? ''}
        size="small"
        align="end"
        current={view.page}
        pageSize={view.pageSize}
        total={count}
        pageSizeOptions={pageSizes}
        showSizeChanger
        showTotal={(total, [from, to]) => t('{from}–{to} of {total}', { from, to, total })}
        onChange={(page, pageSize) => onChange({ page: String(page), pageSize: String(pageSize) })}
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
    </>
  );
}
