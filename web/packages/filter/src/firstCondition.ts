import type { CollectionDefinition } from '@pergola/api';
import { interfaceOf, titleFieldOf, visibleFields } from '@pergola/fields';
import type { Condition } from './conditions';

/** What most people filter by first. */
export function firstCondition(collection: CollectionDefinition): Condition {
  const fields = visibleFields(collection).filter((field) => interfaceOf(field).operators.length > 0);
  const title = titleFieldOf(collection);
  const field = fields.find((one) => one.name === title) ?? fields[0];
  return { field: field?.name ?? '', operator: field ? (interfaceOf(field).operators[0]?.key ?? '') : '' };
}
