import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same one and does what the last render says; rows are not drawn again because of it. */
export function useStable<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const last = useRef(run);
  useLayoutEffect(() => {
    last.current = run;
  });
  return useCallback((...args: A) => last.current(...args), []);
}
