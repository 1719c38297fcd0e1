import type { CollectionCategory, CollectionDefinition } from '@pergola/api';
import { useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { collectionsKey } from '../collectionsQuery';
import { categoryKey } from './categoriesQuery';

interface Categorized {
  collection: string;
  categories: CollectionCategory[];
}

/** Says which categories a collection is in; on the screen at once, and back when the server refuses. */
export function useCategorize() {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    scope: { id: 'categorize' },
    mutationFn: ({ collection, categories }: Categorized) =>
      api.post(
        `collections/${collection}/category:set`,
        categories.map((category) => category.id),
      ),
    onMutate: async ({ collection, categories }) => {
      await queries.cancelQueries({ queryKey: collectionsKey });
      const before = queries.getQueryData<CollectionDefinition[]>(collectionsKey);
      queries.setQueryData<CollectionDefinition[]>(collectionsKey, (all) =>
        all?.map((one) => (one.name === collection ? { ...one, category: categories } : one)),
      );
      return { before };
    },
    onError: (error, _, context) => {
      queries.setQueryData(collectionsKey, context?.before);
      notices.failed(t('The category was not saved'), error);
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: collectionsKey }),
  });
  return mutate;
}

/** The categories of a collection with one more, or with one less when it has it already. */
export function toggled(collection: CollectionDefinition, category: CollectionCategory): CollectionCategory[] {
  const now = collection.category ?? [];
  const others = now.filter((one) => categoryKey(one) !== categoryKey(category));
  return others.length === now.length ? [...now, category] : others;
}
