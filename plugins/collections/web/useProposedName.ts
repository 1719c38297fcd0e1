import type { FormInstance } from '@pergola/ui';
import { useCallback, useRef } from 'react';
import { proposeName } from './names';

/** Keeps the name beside the title until somebody types one; `begin` starts anew. */
export function useProposedName<T extends object>(form: FormInstance<T>, taken: readonly string[], prefix: string) {
  const isTyped = useRef(false);
  const begin = useCallback((hasName: boolean) => {
    isTyped.current = hasName;
  }, []);
  const typed = useCallback(() => {
    isTyped.current = true;
  }, []);
  const follow = useCallback(
    (title: string) => {
      if (!isTyped.current) {
        const value = proposeName(title, taken, prefix);
        (form as unknown as FormInstance).setFields([{ name: 'name', value, touched: false, errors: [] }]);
      }
    },
    [form, taken, prefix],
  );
  return { begin, typed, follow };
}
