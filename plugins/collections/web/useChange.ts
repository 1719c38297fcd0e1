import type { Client } from '@pergola/api';
import { useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { collectionsKey } from './collectionsQuery';

interface Change<T> {
  run: (api: Client, values: T) => Promise<unknown>;
  /** Title of the notice when it fails. */
  failed: string;
  done?: string;
  onDone?: (values: T) => void;
}

/** A change of the model; afterwards everything that shows it is read again. */
export function useChange<T>({ run, failed, done, onDone }: Change<T>) {
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (values: T) => run(api, values),
    onSuccess: async (_, values) => {
      await queries.invalidateQueries({ queryKey: collectionsKey });
      void queries.invalidateQueries({ queryKey: ['palette'] });
      if (done) {
        notices.done(done);
      }
      onDone?.(values);
    },
    onError: (error) => notices.failed(failed, error),
  });
}
