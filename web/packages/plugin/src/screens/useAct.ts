import type { Client } from '@pergola/api';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useApi } from '../ApiContext';
import { useNotices } from '../notices';

interface Act<T, R> {
  run: (api: Client, values: T) => Promise<R>;
  /** What is read again afterwards. */
  touches: readonly QueryKey[];
  /** Title of the notice when it fails; without one the caller says it. */
  failed?: string;
  done?: string;
  onDone?: (answer: R, values: T) => void;
  onFailed?: (error: unknown) => void;
}

/** Something a person does on the server: afterwards what shows it is read again. */
export function useAct<T, R = unknown>({ run, touches, failed, done, onDone, onFailed }: Act<T, R>) {
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (values: T) => run(api, values),
    onSuccess: async (answer, values) => {
      await Promise.all(touches.map((queryKey) => queries.invalidateQueries({ queryKey })));
      if (done) {
        notices.done(done);
      }
      onDone?.(answer, values);
    },
    onError: (error) => {
      if (failed) {
        notices.failed(failed, error);
      }
      onFailed?.(error);
    },
  });
}
