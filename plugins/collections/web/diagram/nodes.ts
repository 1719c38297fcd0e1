import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { visibleFields } from '@pergola/fields';
import { isSystemField } from '../fields/systemFields';
import type { DiagramRelation } from './relations';

export const nodeWidth = 220;
export const headHeight = 48;
export const rowHeight = 24;
const padding = 8;
const mostRows = 10;

/** A type and not an interface, since the canvas asks for plain records. */
export type NodeFields = {
  shown: FieldDefinition[];
  /** How many are left out. */
  more: number;
};

/** Keys and the ends of lines are always there; what else fits, in its own order. */
export function fieldsOf(collection: CollectionDefinition, relations: readonly DiagramRelation[]): NodeFields {
  const ends = new Set(
    relations.flatMap(({ from, to }) =>
      [from, to].filter((end) => end.collection === collection.name).map((end) => end.field),
    ),
  );
  const isNeeded = (field: FieldDefinition) =>
    ends.has(field.name) || field.primaryKey === true || field.isForeignKey === true;
  const all = (collection.fields ?? []).filter((field) => field.interface || ends.has(field.name));
  const others = visibleFields(collection).filter((field) => !isNeeded(field) && !isSystemField(collection, field));
  const room = Math.max(0, mostRows - all.filter(isNeeded).length);
  const fitting = new Set(others.slice(0, room));
  const shown = all.filter((field) => isNeeded(field) || fitting.has(field));
  return { shown, more: all.length - shown.length };
}

export const heightOf = ({ shown, more }: NodeFields): number =>
  headHeight + padding + rowHeight * (shown.length + (more > 0 ? 1 : 0));
