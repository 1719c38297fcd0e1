import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { isToMany } from '@pergola/fields';
import { keyFieldOf, titleFieldOf, visibleFields } from '../collectionsQuery';

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

/** The fields shown, in the order of the collection but with the title first. */
export function shownFields(collection: CollectionDefinition, columns: readonly string[] | null): FieldDefinition[] {
  const names = new Set(columns ?? defaultColumns(collection));
  const title = titleFieldOf(collection);
  const shown = visibleFields(collection).filter((field) => names.has(field.name));
  const first = (field: FieldDefinition) => Number(field.name !== title);
  const list = shown.toSorted((a, b) => first(a) - first(b));
  return list.length > 0 ? list : visibleFields(collection).filter((field) => field.name === keyFieldOf(collection));
}
