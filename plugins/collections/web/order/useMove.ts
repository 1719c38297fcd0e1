import { useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

export interface Move {
  source: string;
  target: string;
}

interface MoveSettings<T> {
  queryKey: QueryKey;
  /** Resource with the action `move`, such as `collections`. */
  resource: string;
  /** The cached data after the move; null when nothing moves. */
  apply: (data: T, move: Move) => T | null;
  /** Title of the notice when it fails. */
  failed: string;
}

/** Puts one thing in the place of another: on the screen at once, and back where it was when the server refuses. */
export function useMove<T>({ queryKey, resource, apply, failed }: MoveSettings<T>) {
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    // One after another, since each place depends on the moves before it.
    scope: { id: `move ${resource}` },
    mutationKey: ['move', resource],
    mutationFn: ({ source, target }: Move) =>
      api.post(`${resource}:move`, undefined, { params: { sourceId: source, targetId: target } }),
    onMutate: async (move: Move) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<T>(queryKey);
      const after = before === undefined ? null : apply(before, move);
      if (after !== null) {
        queries.setQueryData<T>(queryKey, after);
      }
      return { before };
    },
    onError: (error, _, context) => {
      queries.setQueryData(queryKey, context?.before);
      notices.failed(failed, error);
    },
    onSettled: () => {
      // While more moves wait, what the server answers is older than what is on the screen.
      if (queries.isMutating({ mutationKey: ['move', resource] }) === 1) {
        void queries.invalidateQueries({ queryKey });
      }
    },
  });
  return mutate;
}
