import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { isRelation } from '@pergola/fields';
import { useApi } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useWireFilter } from './filter/useWireFilter';
import { childrenFieldOf } from './tree';
import type { TableView } from './view';

export const recordsKey = (collection: string) => ['records', collection];

/** One page of records; the rows of the page before stay until the next are here. */
export function useRecords(collection: CollectionDefinition, view: TableView, columns: readonly string[]) {
  const api = useApi();
  const childrenField = childrenFieldOf(collection, view);
  const appends = (collection.fields ?? [])
    .filter((field) => columns.includes(field.name) && isRelation(field) && field.name !== childrenField)
    .map((field) => field.name);
  const filter = useWireFilter(collection, view.conditions);
  const params = {
    page: view.page,
    pageSize: view.pageSize,
    sort: view.sort ? [view.sort] : undefined,
    filter,
    appends,
    tree: childrenField === null ? undefined : true,
  };
  return useQuery({
    queryKey: [...recordsKey(collection.name), 'list', params],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<RecordValues[]>(`${collection.name}:list`, { params, signal }),
  });
}
