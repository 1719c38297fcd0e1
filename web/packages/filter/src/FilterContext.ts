import type { CollectionDefinition } from '@pergola/api';
import { createContext, useContext } from 'react';
import type { FilterVariable } from './variables';

/** What all rows of a filter share. */
export interface FilterSetting {
  collection: CollectionDefinition;
  collections: readonly CollectionDefinition[];
  /** Offered beside typing a value, where there are any. */
  variables?: readonly FilterVariable[];
  /** Somebody wanted to save: each condition says what it still lacks. */
  isChecked?: boolean;
}

export const FilterContext = createContext<FilterSetting | null>(null);

export function useFilterSetting(): FilterSetting {
  const setting = useContext(FilterContext);
  if (setting === null) {
    throw new Error('A condition stands outside of a filter.');
  }
  return setting;
}
