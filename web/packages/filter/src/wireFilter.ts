import type { CollectionDefinition, FieldDefinition, Filter } from '@pergola/api';
import { interfaceOf, isRelation, keyOf, labelOf, noOperand, periods, spans, spanUnits, type Operator } from '@pergola/fields';
import { isGroup, type Condition, type ConditionGroup, type ConditionNode } from './conditions';
import { fieldsAlong } from './fieldPaths';
import { comparisonWith, isVariable, templateOf, variableOf, type FilterVariable } from './variables';

const noVariables: readonly FilterVariable[] = [];

/** As the wire wants it; conditions that are not finished, or whose field is gone, are left out. */
export function toFilter(
  group: ConditionGroup,
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
  variables = noVariables,
): Filter | undefined {
  const items = group.items.flatMap((item): Filter[] => {
    const filter = isGroup(item)
      ? toFilter(item, collection, collections, variables)
      : conditionToFilter(item, collection, collections, variables);
    return filter ? [filter] : [];
  });
  return items.length === 0 ? undefined : { [group.logic]: items };
}

/** Without what is not finished, and without the groups that are empty then. */
export function finished(
  group: ConditionGroup,
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
  variables = noVariables,
): ConditionGroup {
  const items = group.items.flatMap((item): ConditionNode[] => {
    if (isGroup(item)) {
      const inner = finished(item, collection, collections, variables);
      return inner.items.length > 0 ? [inner] : [];
    }
    return conditionToFilter(item, collection, collections, variables) ? [item] : [];
  });
  return { ...group, items };
}

export const operatorOf = (field: FieldDefinition, key: string): Operator | undefined =>
  interfaceOf(field).operators.find((one) => one.key === key);

/** Undefined while it is not finished. */
export function conditionToFilter(
  condition: Condition,
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
  variables = noVariables,
): Filter | undefined {
  const field = fieldsAlong(condition.field, collection, collections)?.at(-1);
  const operator = field && operatorOf(field, condition.operator);
  if (!field || !operator) {
    return undefined;
  }
  if (isVariable(condition.value)) {
    const variable = variableOf(condition.value, variables);
    const comparison = variable && (operator.isAboutKey || !isRelation(field)) && comparisonWith(operator, variable);
    return comparison
      ? { [keyPath(condition.field, field)]: { [comparison.name]: templateOf(variable.name) } }
      : undefined;
  }
  const value = operandOf(operator, condition.value);
  const attribute = isRelation(field) ? `.${operator.isAboutKey ? keyOf(field) : labelOf(field)}` : '';
  return value === undefined ? undefined : { [`${condition.field}${attribute}`]: { [operator.name]: value } };
}

/** The column that holds the key of the related record, where there is one; the conditions of the system name it too. */
function keyPath(path: string, field: FieldDefinition): string {
  if (!isRelation(field)) {
    return path;
  }
  const own = foreignKeyOf(field);
  return own ? [...path.split('.').slice(0, -1), own].join('.') : `${path}.${keyOf(field)}`;
}

/** The field beside a relation that has the key of the related record as its value. */
export const foreignKeyOf = (field: FieldDefinition): string | undefined =>
  field.type === 'belongsTo' && keyOf(field) === (field.targetKey ?? 'id') ? field.foreignKey : undefined;

function operandOf(operator: Operator, value: unknown): unknown {
  switch (operator.operand) {
    case 'none':
      return noOperand;
    case 'values':
    case 'records':
      return Array.isArray(value) && value.length > 0 ? value : undefined;
    case 'when':
      return isWhen(value) ? value : undefined;
    case 'days':
      // As text, because only that is read in the time zone of the reader.
      return Array.isArray(value) && value[0] && value[1] ? `[${String(value[0])},${String(value[1])}]` : undefined;
    case 'text':
      return isFilled(value) ? String(value) : undefined;
    case 'value':
      return isFilled(value) ? value : undefined;
  }
}

const isFilled = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const day = /^\d{4}-\d{2}-\d{2}/;

/** A day, a period such as this month, or a span such as the last seven days. */
function isWhen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && day.test(value);
  }
  const { type, number, unit } = value as { type?: unknown; number?: unknown; unit?: unknown };
  if (periods.some((period) => period.type === type)) {
    return true;
  }
  const isCounted = Number.isInteger(number) && Number(number) > 0;
  return spans.some((span) => span.type === type) && isCounted && spanUnits.some((one) => one.unit === unit);
}
