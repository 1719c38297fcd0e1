import type { Role } from '@pergola/api';
import { rightsKey, rolesKey, useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

const none: string[] = [];

/** The snippets of a role; a change is seen at once, and taken back when the server refuses it. */
export function useSnippets(role: Role) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const show = (snippets: string[]) =>
    queries.setQueryData<Role[]>(rolesKey, (roles) =>
      roles?.map((one) => (one.name === role.name ? { ...one, snippets } : one)),
    );

  const change = useMutation({
    // One after the other, so that the last choice is what remains.
    scope: { id: `snippets ${role.name}` },
    mutationFn: (snippets: string[]) =>
      api.post('roles:update', { snippets }, { params: { filterByTk: role.name } }),
    onMutate: async (snippets) => {
      await queries.cancelQueries({ queryKey: rolesKey });
      show(snippets);
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: rightsKey }),
    onError: (error) => {
      notices.failed(t('The permission was not changed'), error);
      void queries.invalidateQueries({ queryKey: rolesKey });
    },
  });
  return { snippets: role.snippets ?? none, change: change.mutate };
}
