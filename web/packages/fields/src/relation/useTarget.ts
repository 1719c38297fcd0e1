import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { useApi, useRights, withinReach } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';

/** The other collection, where its records may be made in passing; those of the system are made on pages of their own. */
export function useTarget(field: FieldDefinition, isEnabled: boolean): CollectionDefinition | undefined {
  const api = useApi();
  const rights = useRights();
  const query = useQuery({
    queryKey: ['collections', 'one', field.target],
    enabled: isEnabled,
    queryFn: async ({ signal }) => {
      const params = { filter: { name: field.target }, paginate: false, appends: ['fields'] };
      return (await api.get<CollectionDefinition[]>('collections:list', { params, signal })).data;
    },
  });
  const [target] = rights && query.data ? withinReach(query.data, rights) : [];
  return target?.from === 'db2cm' || target?.access?.create === false ? undefined : target;
}
