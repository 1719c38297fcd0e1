/** A cell; row -1 is the head. */
export interface Position {
  row: number;
  column: number;
}

interface Grid {
  rows: number;
  columns: number;
  /** Rows that fit on the screen. */
  page: number;
}

interface Stroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Where a key leads from a cell; null when it leads nowhere. */
export function moved(from: Position, stroke: Stroke, grid: Grid): Position | null {
  const to = target(from, stroke.key, stroke.ctrlKey || stroke.metaKey, grid);
  if (to === null) {
    return null;
  }
  const row = Math.max(-1, Math.min(grid.rows - 1, to.row));
  const column = Math.max(0, Math.min(grid.columns - 1, to.column));
  return { row, column };
}

function target({ row, column }: Position, key: string, isFar: boolean, grid: Grid): Position | null {
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: isFar ? grid.rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isFar ? grid.columns - 1 : column + 1 };
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 };
    case 'End':
      return { row: isFar ? grid.rows - 1 : row, column: grid.columns - 1 };
    case 'PageUp':
      return { row: Math.max(0, row - grid.page), column };
    case 'PageDown':
      return { row: row + grid.page, column };
    default:
      return null;
  }
}

/** The next cell that can be edited in the order of reading, or the one before. */
export function neighbour(
  from: Position,
  step: 1 | -1,
  rows: number,
  editable: readonly boolean[],
): Position | null {
  const columns = editable.length;
  for (let at = from.row * columns + from.column + step; at >= 0 && at < rows * columns; at += step) {
    if (editable[at % columns]) {
      return { row: Math.floor(at / columns), column: at % columns };
    }
  }
  return null;
}
