import type { Client, CollectionDefinition, RecordValues } from '@pergola/api';
import { isRelation, visibleFields } from '@pergola/fields';
import { useApi } from '@pergola/plugin';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { recordsKey } from './useRecords';

/** One record with all that it is linked with; null when there is none of this key. */
const recordQuery = (api: Client, collection: CollectionDefinition, key: string | null) =>
  queryOptions({
    queryKey: [...recordsKey(collection.name), 'get', key],
    queryFn: async ({ signal }) => {
      const appends = visibleFields(collection)
        .filter(isRelation)
        .map((field) => field.name);
      const params = { filterByTk: key, appends };
      return (await api.get<RecordValues | null>(`${collection.name}:get`, { params, signal })).data;
    },
  });

export function useRecord(collection: CollectionDefinition, key: string | null) {
  return useQuery({ ...recordQuery(useApi(), collection, key), enabled: key !== null });
}

/** Reads the neighbours beforehand, so that going on takes no time. */
export function usePrefetch(collection: CollectionDefinition, keys: readonly (string | null)[], isEnabled: boolean) {
  const api = useApi();
  const queries = useQueryClient();
  const list = keys.filter((key) => key !== null).join('\n');
  useEffect(() => {
    for (const key of isEnabled && list ? list.split('\n') : []) {
      void queries.prefetchQuery(recordQuery(api, collection, key));
    }
  }, [api, collection, isEnabled, list, queries]);
}
