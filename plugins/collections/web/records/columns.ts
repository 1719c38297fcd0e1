import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { isToMany, keyFieldOf, titleFieldOf, visibleFields } from '@pergola/fields';

const background = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'password']);
const most = 8;

/** Names of the columns shown when nobody has chosen: what people typed, not what the machine keeps. */
export function defaultColumns(collection: CollectionDefinition): string[] {
  const title = titleFieldOf(collection);
  const fields = visibleFields(collection);
  const isQuiet = (field: FieldDefinition) =>
    background.has(field.interface ?? '') || field.isForeignKey || field.primaryKey || field.treeParent || isToMany(field);
  const loud = fields.filter((field) => field.name !== title && !isQuiet(field)).map((field) => field.name);
  return [title, ...loud].slice(0, most);
}

/** The fields shown, in the order that was chosen. */
export function shownFields(collection: CollectionDefinition, columns: readonly string[] | null): FieldDefinition[] {
  const fields = visibleFields(collection);
  const named = (names: readonly string[]) =>
    [...new Set(names)].flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const shown = named(columns ?? defaultColumns(collection));
  return shown.length > 0 ? shown : named([keyFieldOf(collection)]);
}
