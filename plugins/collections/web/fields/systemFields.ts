import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { interfaceOf, keyFieldOf } from '@pergola/fields';

/** Keys, and what the server fills in: there, but not what people come for. */
export const isSystemField = (collection: CollectionDefinition, field: FieldDefinition): boolean =>
  field.primaryKey === true ||
  field.isForeignKey === true ||
  field.name === keyFieldOf(collection) ||
  interfaceOf(field).group === 'system';
