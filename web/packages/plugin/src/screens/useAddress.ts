import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What a page keeps in its address, such as a search; nothing is kept for an empty value. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Readonly<Record<string, string | null>>) =>
      setParams(
        (now) => {
          for (const [name, value] of Object.entries(changes)) {
            if (value) {
              now.set(name, value);
            } else {
              now.delete(name);
            }
          }
          return now;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params, set] as const;
}
