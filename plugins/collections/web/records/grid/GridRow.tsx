import type { RecordValues } from '@pergola/api';
import type { TFunction } from 'i18next';
import { memo, type CSSProperties } from 'react';
import { recordTitle } from '../recordTitle';
import { GridCell, type CellActions } from './GridCell';
import styles from './grid.module.css';
import type { GridColumn } from './gridColumns';
import { RowIcon } from './RowIcon';
import type { RowFailures } from './useCellEdits';

interface GridRowProps {
  lineKey: string;
  row: RecordValues;
  index: number;
  top: number;
  columns: readonly GridColumn[];
  /** Column of the cell with the focus; -1 when it is in another row. */
  activeColumn: number;
  editingColumn: number;
  isSelected: boolean;
  failures: RowFailures | undefined;
  actions: CellActions;
  t: TFunction;
  /** Absent in flat lists. */
  level?: number;
  hasChildren?: boolean;
  isExpanded?: boolean;
  canHaveChildren: boolean;
}

/** A record. What its buttons do is in the grid, which hears of every press; so nothing here changes but the record. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { lineKey, row, index, top, columns, activeColumn, editingColumn, isSelected, failures, actions, t } = props;
  const { level, hasChildren = false, isExpanded = false, canHaveChildren } = props;
  const isTree = level !== undefined;
  const title = recordTitle(row, columns[0]?.field, lineKey);
  const look = [styles['row'], isSelected && styles['selected'], editingColumn >= 0 && styles['raised']];
  const style: CSSProperties & Record<'--level', number> = { top, '--level': level ?? 1 };

  return (
    <div
      role="row"
      className={look.filter(Boolean).join(' ')}
      style={style}
      data-row-key={lineKey}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      {...(isTree && { 'aria-level': level, ...(hasChildren && { 'aria-expanded': isExpanded }) })}
    >
      <div role="gridcell" className={styles['check']} aria-colindex={1}>
        <input
          type="checkbox"
          tabIndex={-1}
          className={styles['box']}
          checked={isSelected}
          readOnly
          data-act="select"
          aria-label={t('Select {title}', { title })}
        />
      </div>
      {columns.map((column, at) => (
        <GridCell
          key={column.field.name}
          lineKey={lineKey}
          row={row}
          column={column}
          index={at}
          isActive={activeColumn === at}
          isEditing={editingColumn === at}
          failure={failures?.[column.field.name]}
          actions={actions}
          {...(at === 0 && {
            lead: isTree && (
              <span className={styles['branch']}>
                {hasChildren && (
                  <button
                    type="button"
                    tabIndex={-1}
                    className={isExpanded ? styles['opened'] : styles['closed']}
                    data-act="toggle"
                    aria-label={isExpanded ? t('Collapse {title}', { title }) : t('Expand {title}', { title })}
                  >
                    <RowIcon name="branch" />
                  </button>
                )}
              </span>
            ),
            trail: (
              <span className={styles['actions']}>
                {canHaveChildren && (
                  <button
                    type="button"
                    tabIndex={-1}
                    data-act="child"
                    title={t('Add child')}
                    aria-label={t('Add child to {title}', { title })}
                  >
                    <RowIcon name="child" />
                  </button>
                )}
                <button
                  type="button"
                  tabIndex={-1}
                  data-act="open"
                  title={t('Open')}
                  aria-label={t('Open {title}', { title })}
                >
                  <RowIcon name="open" />
                </button>
              </span>
            ),
          })}
        />
      ))}
    </div>
  );
});
