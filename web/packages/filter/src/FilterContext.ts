import type { CollectionDefinition } from '@pergola/api';
import { createContext, useContext } from 'react';

/** What all rows of a filter share. */
export interface FilterSetting {
  collection: CollectionDefinition;
  collections: readonly CollectionDefinition[];
}

export const FilterContext = createContext<FilterSetting | null>(null);

export function useFilterSetting(): FilterSetting {
  const setting = useContext(FilterContext);
  if (setting === null) {
    throw new Error('A condition stands outside of a filter.');
  }
  return setting;
}
