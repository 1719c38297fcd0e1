import { useCallback, useEffect, useRef } from 'react';
import type { Point } from './layout';

const pause = 400;

/** Hands over where something came to rest, so that a held arrow key is one change and not thirty. */
export function useKept(onKeep: (name: string, point: Point) => void) {
  const waiting = useRef(new Map<string, Point>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    for (const [name, point] of waiting.current) {
      onKeep(name, point);
    }
    waiting.current.clear();
  }, [onKeep]);

  // What still waits when the page is left is kept, too.
  useEffect(() => flush, [flush]);

  return useCallback(
    (name: string, point: Point) => {
      waiting.current.set(name, point);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pause);
    },
    [flush],
  );
}
