import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { interfaceOf, isRelation, isToMany, keyFieldOf, keyOf } from '@pergola/fields';

export interface GridColumn {
  field: FieldDefinition;
  title: string;
  width: number;
  isNumeric: boolean;
  isSortable: boolean;
  isEditable: boolean;
}

const usualWidth = 180;

export const gridColumns = (
  collection: CollectionDefinition,
  fields: readonly FieldDefinition[],
  text: (title: string | null | undefined) => string,
): GridColumn[] =>
  fields.map((field) => {
    const { width = usualWidth, align, isSortable = false } = interfaceOf(field);
    return {
      field,
      title: text(field.uiSchema?.title) || field.name,
      width,
      isNumeric: align === 'end',
      isSortable,
      isEditable: isEditable(collection, field),
    };
  });

/** Kinds whose value is not one thing that is typed into a cell. */
const elsewhere = new Set(['password', 'sort']);

/** What the server fills in, what identifies a record and lists of other records are not edited in a cell. */
export function isEditable(collection: CollectionDefinition, field: FieldDefinition): boolean {
  const { Input, group } = interfaceOf(field);
  const isKey = field.primaryKey || field.isForeignKey || field.name === keyFieldOf(collection);
  const isFixed = isKey || group === 'system' || field.uiSchema?.['x-read-pretty'] === true;
  const isOpen = field.access?.update ?? true;
  return isOpen && Input !== undefined && !isFixed && !elsewhere.has(field.interface ?? '') && !isToMany(field);
}

const mostJson = 200;

/** Structures of some size want the room of the form. */
export const fitsCell = (field: FieldDefinition, value: unknown): boolean =>
  field.interface !== 'json' || value === null || value === undefined || JSON.stringify(value).length <= mostJson;

export const isChecked = (value: unknown): boolean => value === true || value === 1;

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether saving would change anything. */
export function isSameValue(field: FieldDefinition, one: unknown, other: unknown): boolean {
  if (isNothing(one) || isNothing(other)) {
    return isNothing(one) && isNothing(other);
  }
  const key = keyOf(field);
  const comparable = (value: unknown) => (isRelation(field) ? (value as Record<string, unknown>)[key] : value);
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}
