import type { CollectionDefinition, Params } from '@pergola/api';
import { isRelation, keyFieldOf } from '@pergola/fields';
import { useMemo } from 'react';
import { shownFields } from './columns';
import { useWireFilter } from './filter/useWireFilter';
import type { TableView } from './view';

/** What the table asks for; chosen columns become the fields of the answer. */
export function useListParams(collection: CollectionDefinition, view: TableView): Params {
  const filter = useWireFilter(collection, view.conditions);
  return useMemo(() => {
    const shown = shownFields(collection, view.columns);
    const names = shown.filter((field) => !isRelation(field)).map((field) => field.name);
    return {
      page: view.page,
      pageSize: view.pageSize,
      sort: view.sort ? [view.sort] : undefined,
      filter,
      fields: view.columns ? [...new Set([keyFieldOf(collection), ...names])] : undefined,
      appends: shown.filter(isRelation).map((field) => field.name),
    };
  }, [collection, view, filter]);
}
