import type { CollectionDefinition, Filter } from '@pergola/api';
import { keyFieldOf } from '@pergola/fields';
import { peoplePerPage, useApi, withName } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { filterFor, type Example } from './filterFor';


/** People to try a condition with, found by a part of their name; whoever may not list people has only themselves. */
export function useExamples(search: string, appends: readonly string[], hasUse: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['users', 'examples', search, appends],
    enabled: hasUse,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { filter: withName(search), ...(appends.length > 0 && { appends }), sort: ['id'], pageSize: peoplePerPage };
      return (await api.get<Example[]>('users:list', { params, signal })).data;
    },
  });
}

/** How many records a condition lets through, of those that whoever asks may see. */
export function useTrial(collection: CollectionDefinition, filter: Filter, example: Example | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['records', collection.name, 'trial', filter, example?.id ?? null],
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const asked = example ? filterFor(filter, example) : filter;
      const params = { filter: asked, fields: [keyFieldOf(collection)], pageSize: 1 };
      const { data, meta } = await api.get<unknown[]>(`${collection.name}:list`, { params, signal });
      return meta?.count ?? data.length;
    },
  });
}
