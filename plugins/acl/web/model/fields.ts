import type { FieldDefinition } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import type { FieldsOf, RoleCollection, RuleAction } from './rules';

/** Read by everybody who may read the record at all. */
const alwaysRead = new Set(['createdAt', 'updatedAt']);

const isWriting = (action: RuleAction) => action === 'create' || action === 'update' || action === 'importXlsx';

/** The fields that rules are made about. */
export const ruleFields = (collection: RoleCollection): FieldDefinition[] =>
  collection.fields.filter((field) => field.interface && !field.primaryKey && !alwaysRead.has(field.name));

/** Whether the action can concern the field: nobody writes what the system fills in, or reads what is hidden. */
export function concerns(action: RuleAction, field: FieldDefinition): boolean {
  const { Input, group } = interfaceOf(field);
  return isWriting(action) ? Input !== undefined && group !== 'system' : !field.hidden;
}

export const fieldsOfCollection =
  (collection: RoleCollection): FieldsOf =>
  (action) =>
    ruleFields(collection)
      .filter((field) => concerns(action, field))
      .map((field) => field.name);
