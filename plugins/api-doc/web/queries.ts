import { RequestFailure } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';
import type { ApiDocument, Operation } from './model/document';
import type { Part } from './model/parts';

export const docKey = ['api-doc'] as const;

export function useParts() {
  const api = useApi();
  return useQuery({
    queryKey: [...docKey, 'parts'],
    queryFn: async ({ signal }) => (await api.get<Part[]>('swagger:listParts', { signal })).data,
  });
}

/** One part of the document; the whole of a large app is more than a page needs. */
export function useDocument(ns: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: [...docKey, 'document', ns],
    enabled: ns !== undefined,
    queryFn: async ({ signal }) => {
      // The answer is the document itself, without an envelope.
      const answer = await api.raw('GET', 'swagger:get', undefined, { params: { ns }, signal });
      if (answer.status !== 200) {
        throw await RequestFailure.of(new Response(answer.text, { status: answer.status }));
      }
      return JSON.parse(answer.text) as ApiDocument;
    },
  });
}

/** The key of a record that exists, so that an operation about one can be sent as it is; null when there is none. */
export function useSampleKey(document: ApiDocument | undefined, operation: Operation | undefined) {
  const api = useApi();
  const source = operation?.path.includes('/{sourceKey}/') ? operation.path.split('/')[1] : undefined;
  const own = operation?.parameters.some((parameter) => parameter.name === 'filterByTk')
    ? operation.path.slice(1).split(':')[0]
    : undefined;
  const collection = source ?? own ?? '';
  const keys = document?.components.schemas[collection]?.required ?? [];
  const isListed = document?.paths[`/${collection}:list`] !== undefined;
  return useQuery({
    queryKey: [...docKey, 'sample', collection],
    enabled: isListed && keys.length === 1,
    queryFn: async ({ signal }) => {
      const params = { pageSize: 1, fields: keys };
      const { data } = await api.get<Record<string, unknown>[]>(`${collection}:list`, { params, signal });
      const key = data[0]?.[keys[0] ?? ''];
      return key === undefined ? null : String(key);
    },
  });
}

