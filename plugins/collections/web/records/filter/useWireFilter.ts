import type { CollectionDefinition, Filter } from '@pergola/api';
import { useMemo } from 'react';
import { useCollections } from '../../collectionsQuery';
import type { ConditionGroup } from '../conditions';
import { toFilter } from './wireFilter';

/** What is sent for the conditions of a table. */
export function useWireFilter(collection: CollectionDefinition, conditions: ConditionGroup): Filter | undefined {
  const { collections } = useCollections();
  return useMemo(() => toFilter(conditions, collection, collections), [conditions, collection, collections]);
}
