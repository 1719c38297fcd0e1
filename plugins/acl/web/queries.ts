import type { CollectionDefinition, RecordKey } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';
import type { RoleCollection, Scope, StoredRules } from './model/rules';

const source = { dataSourceKey: 'main' };

export const strategyKey = (role: string) => ['roles', role, 'strategy'];
export const collectionsKey = (role: string) => ['roles', role, 'collections'];
export const rulesKey = (role: string, collection: string) => ['roles', role, 'rules', collection];
export const scopesKey = ['scopes'];
/** Below the key of collections: read again when one of them changes. */
const allCollectionsKey = ['collections', 'with fields'];

export interface Strategy {
  actions: string[];
}

/** What a role may do with every collection. */
export function useStrategy(role: string) {
  const api = useApi();
  return useQuery({
    queryKey: strategyKey(role),
    queryFn: async ({ signal }) => {
      const params = { filterByTk: role };
      const { data } = await api.get<{ strategy: Strategy | null }>('dataSources/main/roles:get', { params, signal });
      return data.strategy?.actions ?? [];
    },
  });
}

/** All collections that permissions are given for. */
export function useRoleCollections(role: string) {
  const api = useApi();
  return useQuery({
    queryKey: collectionsKey(role),
    queryFn: async ({ signal }) => {
      const action = `roles/${encodeURIComponent(role)}/dataSourcesCollections:list`;
      return (await api.get<RoleCollection[]>(action, { params: { filter: source }, signal })).data;
    },
  });
}

/** The rules a role has for one collection; null when it has none. */
export function useRules(role: string, collection: string) {
  const api = useApi();
  return useQuery({
    queryKey: rulesKey(role, collection),
    queryFn: async ({ signal }) => {
      const action = `roles/${encodeURIComponent(role)}/dataSourceResources:get`;
      const params = { filter: { ...source, name: collection }, appends: ['actions', 'actions.scope'] };
      return (await api.get<StoredRules | null>(action, { params, signal })).data;
    },
  });
}

/** What conditions can lead to along relations: every collection, whoever may see its records. */
export function useAllCollections() {
  const api = useApi();
  return useQuery({
    queryKey: allCollectionsKey,
    queryFn: async ({ signal }) => {
      const params = { paginate: false, appends: ['fields'], sort: ['sort'] };
      return (await api.get<CollectionDefinition[]>('collections:list', { params, signal })).data;
    },
  });
}

const noScopes: Scope[] = [];

/** The two that there always are, and the conditions for this collection. */
export function useScopes(collection: string) {
  const api = useApi();
  const query = useQuery({
    queryKey: scopesKey,
    queryFn: async ({ signal }) => {
      const params = { paginate: false };
      return (await api.get<Scope[]>('dataSources/main/rolesResourcesScopes:list', { params, signal })).data;
    },
  });
  const all = query.data ?? noScopes;
  return { ...query, scopes: all.filter((scope) => scope.resourceName === null || scope.resourceName === collection) };
}

export const scopeParams = (id: RecordKey) => ({ params: { filterByTk: id } });
