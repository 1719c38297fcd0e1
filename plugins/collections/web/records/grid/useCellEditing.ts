import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { useMemo, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Then } from './CellEditor';
import type { CellActions } from './GridCell';
import { fitsCell, isChecked, type GridColumn } from './gridColumns';
import type { Line } from './lines';
import { neighbour, type Position } from './position';
import { useCellEdits } from './useCellEdits';
import { indexOfLine } from './useGridFocus';
import { useStable } from './useStable';

interface CellEditing {
  collection: CollectionDefinition;
  childrenField: string | null;
  scroller: RefObject<HTMLDivElement | null>;
  lines: readonly Line[];
  columns: readonly GridColumn[];
  focus: (to: Position) => void;
  onOpen: (key: string) => void;
}

interface Editing {
  key: string;
  column: number;
}

/** Which cell is edited, what opens its input, and where the focus goes afterwards. */
export function useCellEditing(grid: CellEditing) {
  const { collection, childrenField, scroller, lines, columns, focus, onOpen } = grid;
  const [editing, setEditing] = useState<Editing | null>(null);
  const shownRows = () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row-key]') ?? [])];
  const isShown = (key: string) => shownRows().some((row) => row.dataset['rowKey'] === key);
  const { failures, save, forget } = useCellEdits(collection, childrenField, isShown);

  const at = ({ row, column }: Position) => ({ line: lines[row], column: columns[column] });
  const isToggle = (place: Position) => {
    const { column } = at(place);
    return column?.isEditable === true && column.field.interface === 'checkbox';
  };
  const canType = (place: Position) => {
    const { line, column } = at(place);
    return Boolean(line && column?.isEditable && fitsCell(column.field, line.row[column.field.name]) && !isToggle(place));
  };
  const type = (place: Position) => {
    const key = lines[place.row]?.key;
    if (key !== undefined) {
      flushSync(() => setEditing({ key, column: place.column }));
    }
  };

  const activate = (place: Position) => {
    const { line, column } = at(place);
    if (!line || !column) {
      return;
    }
    if (isToggle(place)) {
      void save(line.key, line.row, column, !isChecked(line.row[column.field.name]));
    } else if (canType(place)) {
      type(place);
    } else {
      // Where it cannot be edited, it can at least be seen in full.
      onOpen(line.key);
    }
  };

  const finish = useStable(async (key: string, row: RecordValues, index: number, value: unknown, then: Then) => {
    const column = columns[index];
    if (!column) {
      return;
    }
    const from = { row: indexOfLine(lines, key, -1), column: index };
    setEditing((now) => (now?.key === key && now.column === index ? null : now));
    if (then !== 'leave') {
      const editable = columns.map((one) => one.isEditable);
      const next = then === 'stay' ? null : neighbour(from, then === 'next' ? 1 : -1, lines.length, editable);
      focus(next ?? from);
    }
    const isSaved = await save(key, row, column, value);
    const cell = document.activeElement?.closest<HTMLElement>('[data-column]');
    const isStillHere =
      cell?.dataset['column'] === String(index) && cell.closest<HTMLElement>('[data-row-key]')?.dataset['rowKey'] === key;
    if (!isSaved && isStillHere) {
      setEditing((now) => now ?? { key, column: index });
    }
  });

  const cancel = useStable(() => {
    if (editing) {
      setEditing(null);
      focus({ row: indexOfLine(lines, editing.key, -1), column: editing.column });
    }
  });

  const dismiss = (place: Position) => {
    const { line, column } = at(place);
    if (line && column) {
      forget(line.key, column.field.name);
    }
  };

  const actions = useMemo<CellActions>(() => ({ save: (...saved) => void finish(...saved), cancel }), [finish, cancel]);
  const editingRow = editing === null ? -1 : indexOfLine(lines, editing.key, -1);
  return { editing, editingRow, failures, actions, activate, canType, type, isToggle, dismiss };
}
