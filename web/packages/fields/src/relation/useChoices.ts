import type { FieldDefinition, Filter, RecordValues } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { keyOf, labelOf } from './relationField';

const pageSize = 40;

/** Records of the other collection whose title holds the text, page by page. */
export function useChoices(field: FieldDefinition, text: string, isEnabled: boolean) {
  const api = useApi();
  const label = labelOf(field);
  const key = keyOf(field);
  return useInfiniteQuery({
    queryKey: ['records', field.target, 'choose', label, text],
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    initialPageParam: 1,
    queryFn: ({ signal, pageParam }) => {
      const params = { page: pageParam, pageSize, sort: [label], fields: [key, label], filter: filterOf(text, label, key) };
      return api.get<RecordValues[]>(`${field.target}:list`, { params, signal });
    },
    getNextPageParam: ({ meta }) => (meta && meta.page < meta.totalPage ? meta.page + 1 : undefined),
  });
}

function filterOf(text: string, label: string, key: string): Filter | undefined {
  if (text === '') {
    return undefined;
  }
  // Where nothing but the key stands for a record, a part of it says nothing.
  return label === key ? { [key]: { $eq: text } } : { [label]: { $includes: text } };
}
