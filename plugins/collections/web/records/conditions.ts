import type { CollectionDefinition, Filter } from '@pergola/api';
import { interfaceOf, isRelation, labelOf, noOperand } from '@pergola/fields';

export interface Condition {
  field: string;
  operator: string;
  value?: unknown;
}

/** Conditions that must all hold, or of which one must. */
export interface ConditionGroup {
  logic: '$and' | '$or';
  items: Condition[];
}

export const noConditions: ConditionGroup = { logic: '$and', items: [] };

/** From the address; what somebody has broken there is no filter rather than an error. */
export function parseConditions(text: string | null): ConditionGroup {
  if (!text) {
    return noConditions;
  }
  try {
    const group = JSON.parse(text) as ConditionGroup;
    const isGroup = (group.logic === '$and' || group.logic === '$or') && Array.isArray(group.items);
    return isGroup ? group : noConditions;
  } catch {
    // Addresses get cut and edited.
    return noConditions;
  }
}

/** As the wire wants it; conditions that are not finished are left out. */
export function toFilter(group: ConditionGroup, collection: CollectionDefinition): Filter | undefined {
  const items = group.items.flatMap((condition): Filter[] => {
    const field = collection.fields?.find((candidate) => candidate.name === condition.field);
    const operator = field && interfaceOf(field).operators.find((one) => one.key === condition.operator);
    if (!field || !operator) {
      return [];
    }
    const value = operator.operand === 'none' ? noOperand : condition.value;
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
      return [];
    }
    const path = isRelation(field) ? `${field.name}.${labelOf(field)}` : field.name;
    return [{ [path]: { [operator.name]: value } }];
  });
  return items.length === 0 ? undefined : { [group.logic]: items };
}
