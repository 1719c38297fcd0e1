import { rightsKey, useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { strategyKey } from '../queries';

/** Changes what a role may do with every collection: seen at once, and taken back when the server refuses it. */
export function useStrategyChange(role: string) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const queryKey = strategyKey(role);
  const change = useMutation({
    // One after the other, so that the last choice is what remains.
    scope: { id: `strategy ${role}` },
    mutationFn: (actions: string[]) =>
      api.post('dataSources/main/roles:update', { strategy: { actions } }, { params: { filterByTk: role } }),
    onMutate: async (actions) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<string[]>(queryKey, actions);
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: rightsKey }),
    onError: (error) => {
      notices.failed(t('The permission was not changed'), error);
      void queries.invalidateQueries({ queryKey });
    },
  });
  return change.mutate;
}
