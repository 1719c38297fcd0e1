import type { CollectionDefinition, Filter } from '@pergola/api';
import { useMemo } from 'react';
import { useOpenCollections } from '../../collectionsQuery';
import type { ConditionGroup } from '../conditions';
import { toFilter } from './wireFilter';

/** What is sent for the conditions of a table. */
export function useWireFilter(collection: CollectionDefinition, conditions: ConditionGroup): Filter | undefined {
  const { collections } = useOpenCollections();
  return useMemo(() => toFilter(conditions, collection, collections), [conditions, collection, collections]);
}
