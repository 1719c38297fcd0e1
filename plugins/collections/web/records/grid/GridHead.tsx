import { SortDownIcon, SortUpIcon } from '@pergola/ui';
import { memo, useLayoutEffect, useRef, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './grid.module.css';
import type { GridColumn } from './gridColumns';

interface GridHeadProps {
  columns: readonly GridColumn[];
  sort: string | null;
  activeColumn: number;
  selection: 'none' | 'some' | 'all';
  onSelectAll: (isSelected: boolean) => void;
  onResize: (column: number, width: number) => void;
  onReset: (column: number) => void;
  /** At the end of the first column's head. */
  extra?: ReactNode;
}

export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { columns, sort, activeColumn, selection, onSelectAll, onResize, onReset, extra } = props;
  const { t } = useTranslation();
  const all = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (all.current) {
      all.current.indeterminate = selection === 'some';
    }
  }, [selection]);

  return (
    <div role="row" className={styles['headRow']} aria-rowindex={1}>
      <div role="columnheader" className={styles['check']} aria-colindex={1}>
        <input
          ref={all}
          type="checkbox"
          className={styles['box']}
          checked={selection === 'all'}
          aria-label={t('Select all')}
          onChange={(event) => onSelectAll(event.target.checked)}
        />
      </div>
      {columns.map((column, index) => {
        const order = sort === column.field.name ? 'ascending' : sort === `-${column.field.name}` ? 'descending' : 'none';
        const look = [styles['headCell'], column.isNumeric && styles['numeric'], index === 0 && styles['first']];
        return (
          <div
            key={column.field.name}
            role="columnheader"
            className={look.filter(Boolean).join(' ')}
            data-column={index}
            data-sortable={column.isSortable}
            aria-colindex={index + 2}
            {...(column.isSortable && { 'aria-sort': order })}
            tabIndex={activeColumn === index ? 0 : -1}
            title={column.title}
          >
            <span className={styles['headTitle']}>{column.title}</span>
            {order === 'ascending' && <SortUpIcon />}
            {order === 'descending' && <SortDownIcon />}
            {index === 0 && extra}
            <Grip onResize={(width) => onResize(index, width)} onReset={() => onReset(index)} />
          </div>
        );
      })}
    </div>
  );
});

/** Drags the right edge of a column; by keyboard that is Alt and the arrows on its head. */
function Grip({ onResize, onReset }: { onResize: (width: number) => void; onReset: () => void }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const down = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (start.current) {
      onResize(start.current.width + event.clientX - start.current.x);
    }
  };
  return (
    <span
      aria-hidden="true"
      className={styles['grip']}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null;
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onReset();
      }}
    />
  );
}
