import type { CollectionDefinition } from '@pergola/api';
import type { TableView } from './view';

/**
 * Name of the field with the records below another; null where they are listed one by one: in plain collections, and in
 * trees that are sorted or filtered, whose order and whose matches would be hidden in branches.
 */
export function childrenFieldOf(
  collection: CollectionDefinition,
  view: Pick<TableView, 'sort' | 'conditions'>,
): string | null {
  const isPlain = !collection.tree || view.sort !== null || view.conditions.items.length > 0;
  return isPlain ? null : (collection.fields?.find((field) => field.treeChildren)?.name ?? null);
}

/** The relation to the record above. */
export const parentFieldOf = (collection: CollectionDefinition) =>
  collection.fields?.find((field) => field.treeParent);
