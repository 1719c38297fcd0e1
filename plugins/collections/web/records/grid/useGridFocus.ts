import { useState, type FocusEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Line } from './lines';
import type { Position } from './position';
import { useStable } from './useStable';

interface GridFocus {
  scroller: RefObject<HTMLDivElement | null>;
  lines: readonly Line[];
  rowHeight: number;
  headHeight: number;
}

/** The record stays the same when rows come and go above it; its place is where to go on when it is gone. */
interface Active {
  key: string | null;
  row: number;
  column: number;
}

export function indexOfLine(lines: readonly Line[], key: string, hint: number): number {
  return lines[hint]?.key === key ? hint : lines.findIndex((line) => line.key === key);
}

/** The one cell that Tab leads to, and how the focus gets to another. */
export function useGridFocus({ scroller, lines, rowHeight, headHeight }: GridFocus) {
  const [active, setActive] = useState<Active>({ key: null, row: 0, column: 0 });
  const found = active.key === null ? -1 : indexOfLine(lines, active.key, active.row);
  const row = active.row === -1 ? -1 : found === -1 ? Math.min(active.row, lines.length - 1) : found;
  const position: Position = { row, column: active.column };

  const reveal = (to: Position, cell: HTMLElement) => {
    const box = scroller.current;
    const first = cell.parentElement?.querySelector<HTMLElement>('[data-column="0"]');
    if (!box || !first) {
      return;
    }
    if (to.row >= 0) {
      const top = to.row * rowHeight;
      const lowest = top + rowHeight + headHeight - box.clientHeight;
      box.scrollTo({ top: Math.min(top, Math.max(lowest, box.scrollTop)) });
    }
    if (to.column > 0) {
      const left = cell.offsetLeft - first.clientWidth - (first.previousElementSibling?.clientWidth ?? 0);
      const furthest = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
      box.scrollTo({ left: Math.min(left, Math.max(furthest, box.scrollLeft)) });
    }
  };

  const focus = useStable((to: Position) => {
    flushSync(() => setActive({ ...to, key: lines[to.row]?.key ?? null }));
    const place = to.row === -1 ? '[data-head]' : `[data-index="${to.row}"]`;
    const cell = scroller.current?.querySelector<HTMLElement>(`${place} [data-column="${to.column}"]`);
    if (cell) {
      reveal(to, cell);
      cell.focus({ preventScroll: true });
    }
  });

  const onFocus = useStable((event: FocusEvent) => {
    const at = placeOf(event.target, scroller.current);
    if (at) {
      setActive({ ...at, key: lines[at.row]?.key ?? null });
    }
  });

  return { position, focus, onFocus };
}

/** The cell around an element; null for what hangs elsewhere in the document. */
export function placeOf(element: EventTarget, box: HTMLElement | null): Position | null {
  const cell = (element as HTMLElement).closest<HTMLElement>('[data-column]');
  if (!cell || !box?.contains(cell)) {
    return null;
  }
  const row = cell.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return { row: row === undefined ? -1 : Number(row), column: Number(cell.dataset['column']) };
}
