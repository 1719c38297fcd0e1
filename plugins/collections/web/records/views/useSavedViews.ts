import type { RecordKey } from '@pergola/api';
import { useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ViewOptions } from './viewOptions';

export interface SavedView {
  id: RecordKey;
  collectionName: string;
  title: string;
  isDefault: boolean;
  options: unknown;
}

const none: SavedView[] = [];
const keyOf = (collection: string) => ['recordViews', collection];

/** The views of a collection that belong to whoever is signed in. */
export function useSavedViews(collection: string) {
  const api = useApi();
  const query = useQuery({
    queryKey: keyOf(collection),
    queryFn: async ({ signal }) => {
      const params = { filter: { collectionName: collection }, sort: ['sort'], paginate: false };
      return (await api.get<SavedView[]>('recordViews:list', { params, signal })).data;
    },
  });
  return { views: query.data ?? none, isPending: query.isPending, error: query.error };
}

/** Saves, changes and deletes views; afterwards they are read again. */
export function useViewChanges(collection: string) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const settings = {
    onError: (error: unknown) => notices.failed(t('The view was not saved'), error),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(collection) }),
  };

  const create = useMutation({
    ...settings,
    mutationFn: async (view: Pick<SavedView, 'title' | 'isDefault' | 'options'>) =>
      (await api.post<SavedView>('recordViews:create', { ...view, collectionName: collection })).data,
  });

  const update = useMutation({
    ...settings,
    mutationFn: ({ id, ...values }: { id: RecordKey; title?: string; options?: ViewOptions }) =>
      api.post('recordViews:update', values, { params: { filterByTk: id } }),
  });

  const chooseDefault = useMutation({
    ...settings,
    // There is one at most, so the one before steps back first.
    mutationFn: async (id: RecordKey | null) => {
      const filter = { collectionName: collection, isDefault: true };
      await api.post('recordViews:update', { isDefault: false }, { params: { filter } });
      if (id !== null) {
        await api.post('recordViews:update', { isDefault: true }, { params: { filterByTk: id } });
      }
    },
  });

  const remove = useMutation({
    ...settings,
    mutationFn: (view: SavedView) => api.post('recordViews:destroy', undefined, { params: { filterByTk: view.id } }),
    onError: (error) => notices.failed(t('The view was not deleted'), error),
    onSuccess: (_, { title, isDefault, options }) =>
      notices.done(t('{title} is deleted', { title }), {
        label: t('Undo'),
        run: () => create.mutate({ title, isDefault, options }),
      }),
  });

  return { create, update, chooseDefault, remove };
}
