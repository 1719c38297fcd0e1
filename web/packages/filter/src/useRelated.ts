import type { FieldDefinition, RecordValues } from '@pergola/api';
import { keyOf, labelOf } from '@pergola/fields';
import { useApi } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

const none: RecordValues[] = [];

/** The records of a relation's target with these keys, so that they can be shown by their titles. */
export function useRelated(field: FieldDefinition, keys: readonly unknown[]): RecordValues[] {
  const api = useApi();
  const key = keyOf(field);
  const fields = [...new Set([key, labelOf(field)])];
  const { data } = useQuery({
    queryKey: ['records', field.target, 'titles', fields, keys],
    enabled: keys.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { filter: { [key]: { $in: keys } }, fields, paginate: false };
      return (await api.get<RecordValues[]>(`${field.target}:list`, { params, signal })).data;
    },
  });
  return data ?? none;
}
