import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { keyFieldOf } from '../collectionsQuery';

/** Keys are made by the server, and keys of relations follow the relation. */
export function isAsked(field: FieldDefinition, collection: CollectionDefinition, isNew: boolean): boolean {
  const isGenerated = field.name === keyFieldOf(collection) && (field.autoIncrement || field.type === 'snowflakeId');
  const isFixedKey = field.primaryKey && !isNew;
  return !isGenerated && !isFixedKey && !field.isForeignKey && interfaceOf(field).group !== 'system';
}

/** Whether a record cannot do without it. */
export function isRequired(field: FieldDefinition): boolean {
  const isAskedFor = field.validation?.rules.some((rule) => rule.name === 'required') || field.allowNull === false;
  return isAskedFor && field.defaultValue === undefined;
}
