import { closestCenter, DndContext } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Table, VisuallyHidden, type TableColumnsType, type TableProps } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Move } from './useMove';
import { RowHandle, SortableRow } from './SortableRow';
import { useSorting } from './useSorting';

export interface SortableRowsProps<T> extends TableProps<T> {
  keyOf: (row: T) => string;
  titleOf: (row: T) => string;
}

const components = { body: { row: SortableRow } };

/** The rows of a table with handles; around them stands what knows where they may be dropped. */
export function SortableRows<T>({ keyOf, titleOf, columns, dataSource, ...props }: SortableRowsProps<T>) {
  const { t } = useTranslation();
  const keys = useMemo(() => (dataSource ?? []).map(keyOf), [dataSource, keyOf]);
  const withHandle = useMemo<TableColumnsType<T>>(
    () => [
      {
        key: 'handle',
        title: <VisuallyHidden>{t('Order')}</VisuallyHidden>,
        width: 28,
        render: (_, row) => <RowHandle title={titleOf(row)} />,
      },
      ...(columns ?? []),
    ],
    [columns, titleOf, t],
  );
  return (
    <SortableContext items={keys} strategy={verticalListSortingStrategy}>
      <Table<T>
        {...props}
        rowKey={keyOf}
        columns={withHandle}
        dataSource={dataSource ?? []}
        components={components}
        onRow={(row) => ({ 'data-title': titleOf(row) }) as object}
      />
    </SortableContext>
  );
}

/** A table whose rows are dragged into another order. */
export function SortableTable<T>({ onMove, ...props }: SortableRowsProps<T> & { onMove: (move: Move) => void }) {
  const { sensors, accessibility } = useSorting();
  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) {
          onMove({ source: String(active.id), target: String(over.id) });
        }
      }}
    >
      <SortableRows {...props} />
    </DndContext>
  );
}
