import { useMemo, useState } from 'react';
import type { GridColumn } from './gridColumns';
import { useStable } from './useStable';

type Widths = Readonly<Record<string, number>>;

export const checkWidth = 44;
const least = 64;
const most = 1200;
const storageKey = (collection: string) => `PERGOLA_WIDTHS_${collection}`;

function remembered(collection: string): Widths {
  try {
    return JSON.parse(localStorage.getItem(storageKey(collection)) ?? '{}') as Widths;
  } catch {
    // What somebody has broken there is no reason to show no table.
    return {};
  }
}

/** Columns share the room there is until somebody gives them a width; then that is remembered for the collection. */
export function useColumnWidths(collection: string, columns: readonly GridColumn[]) {
  const [widths, setWidths] = useState(() => remembered(collection));
  const widthOf = (column: GridColumn) => widths[column.field.name] ?? column.width;

  const template = useMemo(() => {
    const tracks = columns.map(({ field, width }) => {
      const own = widths[field.name];
      return own === undefined ? `minmax(${width}px, ${width}fr)` : `${own}px`;
    });
    return `${checkWidth}px ${tracks.join(' ')} minmax(0, 1fr)`;
  }, [columns, widths]);

  const keep = (next: Widths) => {
    setWidths(next);
    localStorage.setItem(storageKey(collection), JSON.stringify(next));
  };

  return {
    template,
    minWidth: checkWidth + columns.reduce((sum, column) => sum + widthOf(column), 0),
    firstEnd: checkWidth + (columns[0] ? widthOf(columns[0]) : 0),
    /** With the widths that all columns have now, so that the others stay where they are. */
    resize: useStable((name: string, width: number, now: Widths) =>
      keep({ ...widths, ...now, [name]: Math.round(Math.min(most, Math.max(least, width))) }),
    ),
    reset: useStable((name: string) => {
      const { [name]: _, ...rest } = widths;
      keep(rest);
    }),
  };
}
