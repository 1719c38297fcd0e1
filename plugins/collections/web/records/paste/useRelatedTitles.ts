import type { Client, CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { keyOf, labelOf } from '@pergola/fields';
import { useApi } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { chunksOf } from '../keyChunks';
import type { Found } from './convertCell';

type Titles = ReadonlyMap<string, ReadonlyMap<string, Found>>;
const nothing: Titles = new Map();

/** Which records have the titles that pasted cells name, for each relation. */
export function useRelatedTitles(collection: CollectionDefinition, wanted: ReadonlyMap<string, string[]>) {
  const api = useApi();
  const query = useQuery({
    queryKey: ['records', collection.name, 'pasted', [...wanted]],
    enabled: wanted.size > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const found = new Map<string, ReadonlyMap<string, Found>>();
      for (const [name, titles] of wanted) {
        const field = collection.fields?.find((one) => one.name === name);
        if (field) {
          found.set(name, await lookUp(api, field, titles, signal));
        }
      }
      return found;
    },
  });
  const titles = query.data ?? nothing;
  const related = useCallback(
    (field: FieldDefinition, title: string): Found => titles.get(field.name)?.get(title) ?? 'missing',
    [titles],
  );
  return {
    related,
    isPending: wanted.size > 0 && (query.isPending || query.isPlaceholderData),
    error: query.error,
    refetch: query.refetch,
  };
}

async function lookUp(
  api: Client,
  field: FieldDefinition,
  titles: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, Found>> {
  const key = keyOf(field);
  const label = labelOf(field);
  const found = new Map<string, Found>();
  // Where records have no titles they are named by their keys, and databases compare those with numbers only.
  const asked = label === key ? titles.filter((title) => /^\d+$/.test(title)) : titles;
  for (const part of chunksOf(asked)) {
    const params = { filter: { [label]: { $in: part } }, fields: [...new Set([key, label])], paginate: false };
    const { data } = await api.get<RecordValues[]>(`${field.target}:list`, { params, signal });
    for (const record of data) {
      const title = String(record[label]).trim();
      found.set(title, found.has(title) ? 'several' : { key: record[key] });
    }
  }
  return found;
}
