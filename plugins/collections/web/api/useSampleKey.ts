import type { CollectionDefinition, RecordKey, RecordValues } from '@pergola/api';
import { keyFieldOf } from '@pergola/fields';
import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';
import { recordsKey } from '../records/useRecords';

/** The key of a record that exists, so that requests about one record can be run as they are; null when there is none. */
export function useSampleKey(collection: CollectionDefinition | undefined) {
  const api = useApi();
  const key = collection ? keyFieldOf(collection) : 'id';
  return useQuery({
    queryKey: [...recordsKey(collection?.name ?? ''), 'sample'],
    enabled: collection !== undefined,
    queryFn: async ({ signal }) => {
      const params = { pageSize: 1, fields: [key] };
      const { data } = await api.get<RecordValues[]>(`${collection?.name}:list`, { params, signal });
      return (data[0]?.[key] ?? null) as RecordKey | null;
    },
  });
}
