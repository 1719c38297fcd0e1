import { startTransition, useEffect, useState } from 'react';

const first = 5;
const step = 3;

/** How many of the parts are shown: a few at once, the others in small steps between which the page stays responsive. */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(first);
  useEffect(() => {
    if (count >= total) {
      return undefined;
    }
    const timer = setTimeout(() => startTransition(() => setCount((now) => now + step)));
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(count, total);
}
