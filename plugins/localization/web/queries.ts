import type { Client, Meta } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TextModule, TextRow } from './model/text';

export const textsKey = ['localizationTexts'];
export const perPage = 20;

export interface TextQuery {
  locale: string;
  module: string;
  keyword: string;
  onlyMissing: boolean;
  page: number;
}

interface TextMeta extends Meta {
  unpublished: number;
  modules: TextModule[];
}

export function useTexts(query: TextQuery) {
  const api = useApi();
  return useQuery({
    queryKey: [...textsKey, query],
    queryFn: async ({ signal }) => {
      const { data, meta } = await api.get<TextRow[]>('localizationTexts:list', {
        params: { ...filterOf(query), page: query.page, pageSize: perPage },
        signal,
      });
      return { rows: data, ...(meta as TextMeta) };
    },
    placeholderData: keepPreviousData,
  });
}

const filterOf = ({ locale, module, keyword, onlyMissing }: TextQuery) => ({
  locale,
  ...(module && { module }),
  ...(keyword && { keyword }),
  ...(onlyMissing && { hasTranslation: false }),
});

/** Every text in a language. */
export const readAllTexts = async (api: Client, locale: string): Promise<TextRow[]> =>
  (await api.get<TextRow[]>('localizationTexts:list', { params: { locale, paginate: false } })).data;
