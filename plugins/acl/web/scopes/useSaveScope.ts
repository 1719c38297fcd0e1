import { RequestFailure, type Filter } from '@pergola/api';
import { useAct } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../model/rules';
import { scopeParams, scopesKey } from '../queries';

interface SavedScope {
  name: string;
  filter: Filter;
}

/** Tries the condition out and saves it; a refusal is said in the words of the server. */
export function useSaveScope(
  collection: string,
  scope: Scope | undefined,
  onDone: () => void,
  onRefused: (said: string) => void,
) {
  const { t } = useTranslation();
  return useAct<SavedScope>({
    run: async (api, { name, filter }) => {
      await api.get(`${collection}:list`, { params: { filter, pageSize: 1 } });
      return scope
        ? api.post('dataSources/main/rolesResourcesScopes:update', { name, scope: filter }, scopeParams(scope.id))
        : api.post('dataSources/main/rolesResourcesScopes:create', { name, resourceName: collection, scope: filter });
    },
    touches: [scopesKey],
    onDone,
    onFailed: (error) =>
      onRefused(
        error instanceof RequestFailure && error.message
          ? error.message
          : t('Something in this page failed. Reload it and try again.'),
      ),
  });
}
