import { useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ofRoleKey, ownMenuKey, roleAddress } from '../queries';

export interface VisibleChange {
  /** Keys of the entries that a role is to see, or no longer. */
  keys: readonly string[];
  isShown: boolean;
  /** What was chosen, for the notice. */
  title: string;
  isUndo?: boolean;
}

/** Changes what a role sees: seen at once, taken back when the server refuses it, and undone when asked for. */
export function useVisible(role: string): (change: VisibleChange) => void {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const queryKey = ofRoleKey(role);
  const change = useMutation({
    // One after the other, so that the last choice is what remains.
    scope: { id: `menu of ${role}` },
    mutationFn: ({ keys, isShown }: VisibleChange) => api.post(roleAddress(role, isShown ? 'add' : 'remove'), keys),
    onMutate: async ({ keys, isShown }) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<ReadonlySet<string>>(queryKey, (linked = new Set()) =>
        isShown ? new Set([...linked, ...keys]) : new Set([...linked].filter((key) => !keys.includes(key))),
      );
    },
    onSuccess: (_, done) => {
      void queries.invalidateQueries({ queryKey: ownMenuKey });
      const text = done.isShown
        ? t('{title} is visible to this role', { title: done.title })
        : t('{title} is no longer visible to this role', { title: done.title });
      if (done.isUndo) {
        notices.done(t('Saved'));
      } else {
        const undo = { ...done, isShown: !done.isShown, isUndo: true };
        notices.done(text, { label: t('Undo'), run: () => change.mutate(undo) });
      }
    },
    onError: (error) => {
      notices.failed(t('What this role sees was not changed'), error);
      void queries.invalidateQueries({ queryKey });
    },
  });
  return change.mutate;
}
