import type { CollectionDefinition } from '@pergola/api';
import { rowHeights, useDensity } from '@pergola/ui';
import { memo, useEffect, useRef, type ClipboardEvent, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cellText } from './cellText';
import type { GridColumn } from './gridColumns';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import styles from './grid.module.css';
import type { Line } from './lines';
import { useCellEditing } from './useCellEditing';
import { useColumnWidths } from './useColumnWidths';
import { useGridEdges } from './useGridEdges';
import { placeOf, useGridFocus } from './useGridFocus';
import { useGridKeys } from './useGridKeys';
import { useRowWindow } from './useRowWindow';
import { useSelection } from './useSelection';
import { useStable } from './useStable';

export interface TreeControls {
  childrenField: string;
  toggle: (key: string) => void;
  /** Absent where nobody may add any. */
  addChild?: (key: string) => void;
  /** Opens and closes all branches. */
  head: ReactNode;
}

interface RecordGridProps {
  label: string;
  collection: CollectionDefinition;
  columns: readonly GridColumn[];
  lines: readonly Line[];
  sort: string | null;
  selected: readonly string[];
  /** The rows are those of the page before. */
  isWaiting: boolean;
  tree: TreeControls | null;
  /** Another one is another list, which begins at its top. */
  list: string;
  onSelect: (keys: string[]) => void;
  onSort: (sort: string | null) => void;
  onOpen: (key: string) => void;
}

export const headHeight = 36;

/** Records as rows of which only those on the screen are drawn; its cells are walked and edited like a spreadsheet's. */
export const RecordGrid = memo(function RecordGrid(props: RecordGridProps) {
  const { label, collection, columns, lines, sort, selected, isWaiting, tree, list, onSelect, onSort, onOpen } = props;
  const { t } = useTranslation();
  const rowHeight = rowHeights[useDensity()];
  const scroller = useRef<HTMLDivElement>(null);
  const after = useRef<HTMLSpanElement>(null);
  const { first, last, page } = useRowWindow({ scroller, count: lines.length, rowHeight, headHeight });
  const widths = useColumnWidths(collection.name, columns);
  const { position, focus, onFocus } = useGridFocus({ scroller, lines, rowHeight, headHeight });
  const selection = useSelection(lines, selected, onSelect);
  const childrenField = tree?.childrenField ?? null;
  const edit = useCellEditing({ collection, childrenField, scroller, lines, columns, focus, onOpen });

  const shownList = useRef(list);
  useEffect(() => {
    if (shownList.current !== list) {
      shownList.current = list;
      scroller.current?.scrollTo({ top: 0 });
    }
  }, [list]);

  const keyAt = (row: number) => lines[row]?.key ?? '';
  const headCells = () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-head] [data-column]') ?? [])];
  const resize = useStable((column: number, widthOf: (now: number) => number) => {
    const names = columns.map(({ field }) => field.name);
    const now = Object.fromEntries(headCells().map((cell, at) => [names[at] ?? '', cell.offsetWidth]));
    const name = names[column] ?? '';
    widths.resize(name, widthOf(now[name] ?? 0), now);
  });
  const drag = useStable((column: number, width: number) => resize(column, () => width));
  const reset = useStable((column: number) => widths.reset(columns[column]?.field.name ?? ''));
  const sortBy = useStable((index: number) => {
    const column = columns[index];
    if (column?.isSortable) {
      const { name } = column.field;
      onSort(sort === name ? `-${name}` : sort === `-${name}` ? null : name);
    }
  });

  const onKeyDown = useGridKeys({
    ...edit,
    scroller,
    lines,
    columns,
    page,
    isTree: tree !== null,
    focus,
    select: (row) => selection.toggle(row, false),
    selectAll: () => selection.toggleAll(true),
    open: (row) => onOpen(keyAt(row)),
    toggle: (row) => tree?.toggle(keyAt(row)),
    sort: sortBy,
    widen: (column, by) => resize(column, (now) => now + by),
  });

  const edges = useGridEdges(scroller, after, () => focus(position));

  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-index]');
    const key = row?.dataset['rowKey'] ?? '';
    switch (target.closest<HTMLElement>('[data-act]')?.dataset['act']) {
      case 'select':
        selection.toggle(Number(row?.dataset['index']), event.shiftKey);
        break;
      case 'toggle':
        tree?.toggle(key);
        break;
      case 'child':
        tree?.addChild?.(key);
        break;
      case 'open':
        onOpen(key);
        break;
      case undefined: {
        const at = placeOf(target, scroller.current);
        if (at?.row === -1) {
          sortBy(at.column);
        }
      }
    }
  };

  const onDoubleClick = (event: MouseEvent) => {
    const at = placeOf(event.target, scroller.current);
    if (at && at.row >= 0 && !(event.target as HTMLElement).closest('a, button, input, [data-editor]')) {
      edit.activate(at);
    }
  };

  const onCopy = (event: ClipboardEvent) => {
    const at = placeOf(event.target, scroller.current);
    const column = at && columns[at.column];
    const line = at && lines[at.row];
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const isOwn = (event.target as HTMLElement).closest('[data-editor]') || !getSelection()?.isCollapsed;
    if (column && line && cell && !isOwn) {
      event.clipboardData.setData('text/plain', cellText(column, line.row[column.field.name], cell));
      event.preventDefault();
    }
  };


  const drawn = new Set([position.row, edit.editingRow]);
  for (let index = first; index < last; index += 1) {
    drawn.add(index);
  }
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--columns': widths.template,
    '--rowHeight': `${rowHeight}px`,
    '--headHeight': `${headHeight}px`,
  };

  return (
    <div
      role="presentation"
      className={styles['host']}
      onKeyDown={(event) => {
        edges.onTab(event);
        onKeyDown(event);
      }}
      onFocus={(event) => {
        edges.onEnter(event);
        onFocus(event);
      }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onCopy={onCopy}
    >
      <div
        ref={scroller}
        role={tree ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-busy={isWaiting}
        className={styles['scroller']}
        style={style}
      >
        <div role="presentation" className={styles['content']} style={{ minWidth: widths.minWidth }}>
          <div role="rowgroup" className={styles['head']} data-head="">
            <GridHead
              columns={columns}
              sort={sort}
              activeColumn={position.row === -1 ? position.column : -1}
              selection={selection.extent}
              onSelectAll={selection.toggleAll}
              onResize={drag}
              onReset={reset}
              extra={tree?.head}
            />
          </div>
          <div role="presentation" className={styles['stage']}>
            <div role="rowgroup" data-layer="" className={isWaiting ? styles['waiting'] : styles['layer']}>
              {[...drawn]
                .filter((index) => index >= 0 && index < lines.length)
                .toSorted((a, b) => a - b)
                .map((index) => {
                  const line = lines[index] as Line;
                  return (
                    <GridRow
                      key={line.key}
                      lineKey={line.key}
                      row={line.row}
                      index={index}
                      top={index * rowHeight}
                      columns={columns}
                      activeColumn={position.row === index ? position.column : -1}
                      editingColumn={edit.editingRow === index ? (edit.editing?.column ?? -1) : -1}
                      isSelected={selection.chosen.has(line.key)}
                      failures={edit.failures.get(line.key)}
                      actions={edit.actions}
                      t={t}
                      {...(tree && { level: line.level, hasChildren: line.hasChildren, isExpanded: line.isExpanded })}
                      canHaveChildren={tree?.addChild !== undefined}
                    />
                  );
                })}
            </div>
          </div>
          <div role="presentation" style={{ height: lines.length * rowHeight }} />
        </div>
      </div>
      <span ref={after} tabIndex={-1} />
    </div>
  );
});
