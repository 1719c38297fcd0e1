import type { FieldDefinition, RecordValues } from '@pergola/api';

interface FieldNames {
  label?: string;
  value?: string;
}

const names = (field: FieldDefinition) =>
  (field.uiSchema?.['x-component-props']?.['fieldNames'] ?? {}) as FieldNames;

/** The field of the target that stands for its records. */
export const labelOf = (field: FieldDefinition): string => names(field).label ?? field.targetKey ?? 'id';

/** The field of the target that identifies its records. */
export const keyOf = (field: FieldDefinition): string => names(field).value ?? field.targetKey ?? 'id';

const toMany = new Set(['hasMany', 'belongsToMany', 'belongsToArray']);
const relations = new Set([...toMany, 'belongsTo', 'hasOne']);

export const isRelation = (field: FieldDefinition): boolean => relations.has(field.type);
export const isToMany = (field: FieldDefinition): boolean => toMany.has(field.type);

export function textOf(field: FieldDefinition, record: RecordValues): string {
  const label = record[labelOf(field)] ?? record[keyOf(field)];
  return typeof label === 'object' ? JSON.stringify(label) : String(label ?? '');
}
