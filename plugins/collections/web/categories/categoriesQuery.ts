import type { CollectionCategory, CollectionDefinition } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';

export const categoriesKey = ['collectionCategories'];
const none: CollectionCategory[] = [];

/** All categories in the order that people gave them. */
export function useCategories(): CollectionCategory[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: categoriesKey,
    queryFn: async ({ signal }) => {
      const params = { paginate: false, sort: ['sort'] };
      return (await api.get<CollectionCategory[]>('collectionCategories:list', { params, signal })).data;
    },
  });
  return data ?? none;
}

export const categoryKey = (category: CollectionCategory): string => String(category.id);

/** Keys of the categories that a collection is in. */
export const categoriesOf = (collection: CollectionDefinition): string[] => (collection.category ?? []).map(categoryKey);

export const inCategory = (collections: CollectionDefinition[], key: string): CollectionDefinition[] =>
  key === '' ? collections : collections.filter((collection) => categoriesOf(collection).includes(key));
