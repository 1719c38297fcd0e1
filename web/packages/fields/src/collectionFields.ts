import type { CollectionDefinition, FieldDefinition } from '@pergola/api';

/** Fields of the database's own that are not for people are left out. */
export const visibleFields = (collection: CollectionDefinition): FieldDefinition[] =>
  (collection.fields ?? []).filter((field) => field.interface);

/** The field that stands for a record when there is room for one. */
export function titleFieldOf(collection: CollectionDefinition): string {
  const fields = visibleFields(collection);
  const first = fields.find((field) => field.interface === 'input');
  return collection.titleField ?? first?.name ?? keyFieldOf(collection);
}

export function keyFieldOf(collection: CollectionDefinition): string {
  const key = [collection.filterTargetKey ?? 'id'].flat()[0];
  return key ?? 'id';
}
