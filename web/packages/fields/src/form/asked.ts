import type { FieldDefinition } from '@pergola/api';
import { interfaceOf } from '../registry';

/** Whether people fill it in: keys are made by the server, and keys of relations follow the relation. */
export function isAsked(field: FieldDefinition, key: string, isNew: boolean): boolean {
  const { Input, group } = interfaceOf(field);
  const isGenerated = field.name === key && (field.autoIncrement || field.type === 'snowflakeId');
  const isFixedKey = field.primaryKey && !isNew;
  const isOpen = field.access?.[isNew ? 'create' : 'update'] ?? true;
  return isOpen && Input !== undefined && !isGenerated && !isFixedKey && !field.isForeignKey && group !== 'system';
}

/** Whether a record cannot do without it. */
export const isRequired = (field: FieldDefinition): boolean =>
  field.defaultValue === undefined &&
  (field.allowNull === false || (field.validation?.rules.some((rule) => rule.name === 'required') ?? false));
