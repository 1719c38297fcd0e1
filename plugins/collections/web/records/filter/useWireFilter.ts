import type { CollectionDefinition, Filter } from '@pergola/api';
import { toFilter, type ConditionGroup } from '@pergola/filter';
import { useMemo } from 'react';
import { useOpenCollections } from '../../collectionsQuery';

/** What is sent for the conditions of a table. */
export function useWireFilter(collection: CollectionDefinition, conditions: ConditionGroup): Filter | undefined {
  const { collections } = useOpenCollections();
  return useMemo(() => toFilter(conditions, collection, collections), [conditions, collection, collections]);
}
