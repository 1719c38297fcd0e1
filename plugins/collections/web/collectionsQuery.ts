import type { Client, CollectionDefinition } from '@pergola/api';
import { useApi, useRightsQuery, withinReach } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

export const collectionsKey = ['collections'];
const noCollections: CollectionDefinition[] = [];

export async function loadCollections(api: Client, signal: AbortSignal): Promise<CollectionDefinition[]> {
  const params = { paginate: false, appends: ['fields', 'category'], sort: ['sort'] };
  const { data } = await api.get<CollectionDefinition[]>('collections:list', { params, signal });
  return data.filter((collection) => !collection.hidden);
}

/** All collections that people see, with their fields. */
export function useCollections() {
  const api = useApi();
  const query = useQuery({ queryKey: collectionsKey, queryFn: ({ signal }) => loadCollections(api, signal) });
  return { ...query, collections: query.data ?? noCollections };
}

export function useCollection(name: string) {
  const query = useCollections();
  return { ...query, collection: query.data?.find((collection) => collection.name === name) };
}

/** The collections whose records whoever is signed in may see, with what they may see and do there. */
export function useOpenCollections() {
  const query = useCollections();
  const { data: rights, error, refetch } = useRightsQuery();
  const collections = useMemo(
    () => (rights ? withinReach(query.collections, rights) : noCollections),
    [query.collections, rights],
  );
  return {
    collections,
    isPending: query.isPending || !rights,
    error: query.error ?? error,
    refetch: async () => Promise.all([query.refetch(), refetch()]),
  };
}

/** Such as users and roles: they come with the product and stay; people may add fields of their own. */
export const isSystem = (collection: CollectionDefinition): boolean => collection.from === 'db2cm';
