import { useMemo, useRef } from 'react';
import { indexOfLine } from './useGridFocus';
import type { Line } from './lines';
import { useStable } from './useStable';

/** Rows are chosen one by one, or with Shift all from the last one on. */
export function useSelection(
  lines: readonly Line[],
  selected: readonly string[],
  onSelect: (keys: string[]) => void,
) {
  const chosen = useMemo(() => new Set(selected), [selected]);
  const anchor = useRef<string | null>(null);

  const toggle = useStable((row: number, isRange: boolean) => {
    const key = lines[row]?.key;
    if (key === undefined) {
      return;
    }
    const isSelected = !chosen.has(key);
    const from = isRange && anchor.current !== null ? indexOfLine(lines, anchor.current, row) : row;
    const [low, high] = from === -1 ? [row, row] : [Math.min(from, row), Math.max(from, row)];
    const next = new Set(chosen);
    for (const line of lines.slice(low, high + 1)) {
      if (isSelected) {
        next.add(line.key);
      } else {
        next.delete(line.key);
      }
    }
    anchor.current = key;
    onSelect([...next]);
  });

  const toggleAll = useStable((isSelected: boolean) => onSelect(isSelected ? lines.map((line) => line.key) : []));
  const count = useMemo(() => lines.reduce((sum, line) => sum + Number(chosen.has(line.key)), 0), [lines, chosen]);
  const extent: 'none' | 'some' | 'all' = count === 0 ? 'none' : count < lines.length ? 'some' : 'all';
  return { chosen, extent, toggle, toggleAll };
}
