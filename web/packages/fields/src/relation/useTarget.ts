import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';

/** The other collection, where its records may be made in passing; those of the system are made on pages of their own. */
export function useTarget(field: FieldDefinition, isEnabled: boolean): CollectionDefinition | undefined {
  const api = useApi();
  const query = useQuery({
    queryKey: ['collections', 'one', field.target],
    enabled: isEnabled,
    queryFn: async ({ signal }) => {
      const params = { filterByTk: field.target, appends: ['fields'] };
      return (await api.get<CollectionDefinition | null>('collections:get', { params, signal })).data;
    },
  });
  const target = query.data ?? undefined;
  return target?.['from'] === 'db2cm' ? undefined : target;
}
