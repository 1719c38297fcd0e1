import type { KeyboardEvent, RefObject } from 'react';
import type { GridColumn } from './gridColumns';
import type { Line } from './lines';
import { moved, type Position } from './position';
import { placeOf } from './useGridFocus';
import { useStable } from './useStable';

interface GridKeys {
  scroller: RefObject<HTMLDivElement | null>;
  lines: readonly Line[];
  columns: readonly GridColumn[];
  page: number;
  isTree: boolean;
  focus: (to: Position) => void;
  /** Opens the input of a cell, or does at once what there is to do. */
  activate: (at: Position) => void;
  canType: (at: Position) => boolean;
  type: (at: Position) => void;
  isToggle: (at: Position) => boolean;
  select: (row: number) => void;
  selectAll: () => void;
  open: (row: number) => void;
  toggle: (row: number) => void;
  dismiss: (at: Position) => void;
  sort: (column: number) => void;
  widen: (column: number, by: number) => void;
}

const resizeStep = 16;

/** The keys of a grid while no cell is edited. */
export function useGridKeys(grid: GridKeys) {
  return useStable((event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const at = placeOf(target, grid.scroller.current);
    if (at === null || target.closest('[data-editor]')) {
      return;
    }
    // A link or a button in a cell does what it says.
    const isOwn = target.closest('a, button') !== null && (event.key === 'Enter' || event.key === ' ');
    if (isOwn) {
      return;
    }
    const isDone = at.row === -1 ? headKey(grid, at, event) : cellKey(grid, at, event);
    if (isDone) {
      event.preventDefault();
      return;
    }
    const to = event.altKey ? null : moved(at, event, { rows: grid.lines.length, columns: grid.columns.length, page: grid.page });
    if (to) {
      event.preventDefault();
      grid.focus(to);
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && grid.canType(at)) {
      // Not prevented: the input that opens gets the character.
      grid.type(at);
    }
  });
}

function headKey(grid: GridKeys, at: Position, event: KeyboardEvent): boolean {
  if (event.key === 'Enter' || event.key === ' ') {
    grid.sort(at.column);
    return true;
  }
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    grid.widen(at.column, event.key === 'ArrowLeft' ? -resizeStep : resizeStep);
    return true;
  }
  return false;
}

function cellKey(grid: GridKeys, at: Position, event: KeyboardEvent): boolean {
  const isFar = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'F2':
      grid.activate(at);
      return true;
    case 'Enter':
      return isFar ? follow(grid, at, event) : (grid.activate(at), true);
    case ' ':
      if (grid.isToggle(at) && !event.shiftKey) {
        grid.activate(at);
      } else {
        grid.select(at.row);
      }
      return true;
    case 'a':
    case 'A':
      return isFar && (grid.selectAll(), true);
    case 'Escape':
      grid.dismiss(at);
      return false;
    case 'ArrowLeft':
    case 'ArrowRight':
      return !isFar && grid.isTree && at.column === 0 && branchKey(grid, at, event.key);
    default:
      return false;
  }
}

/** What the cell shows is opened: its link, else the record. */
function follow(grid: GridKeys, at: Position, event: KeyboardEvent): boolean {
  const link = (event.target as HTMLElement).querySelector<HTMLElement>('a[href]');
  if (link) {
    link.click();
  } else {
    grid.open(at.row);
  }
  return true;
}

function branchKey(grid: GridKeys, at: Position, key: string): boolean {
  const line = grid.lines[at.row];
  if (!line) {
    return false;
  }
  if (line.hasChildren && line.isExpanded === (key === 'ArrowLeft')) {
    grid.toggle(at.row);
    return true;
  }
  if (key === 'ArrowLeft' && line.parent >= 0) {
    grid.focus({ row: line.parent, column: 0 });
    return true;
  }
  return false;
}
