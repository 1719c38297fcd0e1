import type { CollectionDefinition, RecordKey } from '@pergola/api';
import { keyFieldOf } from '@pergola/fields';
import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';
import { recordsKey } from './useRecords';

/**
 * Whether whoever is signed in may change a record. Where only some records can be changed the server is asked; until it
 * has answered the record is taken for one of them.
 */
export function useMayUpdate(collection: CollectionDefinition, key: string | null): boolean {
  const api = useApi();
  const { access } = collection;
  const isAsked = key !== null && access?.update === true && access.isUpdateLimited;
  const { data } = useQuery({
    queryKey: [...recordsKey(collection.name), 'allowed', key],
    enabled: isAsked,
    queryFn: async ({ signal }): Promise<RecordKey[]> => {
      const params = { filterByTk: key, fields: [keyFieldOf(collection)] };
      const { meta } = await api.get(`${collection.name}:get`, { params, signal, asksAllowed: true });
      return meta?.allowedActions?.['update'] ?? [];
    },
  });
  return access?.update !== false && !(isAsked && data?.length === 0);
}
