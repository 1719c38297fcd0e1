import { useApi, useLeave } from '@pergola/plugin';
import type { FormInstance } from '@pergola/ui';
import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

/**
 * Asks before the address changes under a form with changes, as by the back button, and before the page is closed.
 * What is returned lets the next change of the address through.
 */
export function useLeaveGuard<T>(form: FormInstance<T>): () => void {
  const { session } = useApi();
  const leave = useLeave(form);
  const isFree = useRef(false);
  const blocker = useBlocker(() => !isFree.current && form.isFieldsTouched() && session.state !== 'signedOut');

  useEffect(() => {
    if (blocker.state === 'blocked') {
      leave(blocker.proceed, blocker.reset);
    }
  }, [blocker, leave]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (form.isFieldsTouched()) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [form]);

  return () => {
    isFree.current = true;
    // The address has changed by then.
    queueMicrotask(() => {
      isFree.current = false;
    });
  };
}
