import type { FieldDefinition, Filter } from '@pergola/api';
import { keyOf } from '@pergola/fields';
import { nameInTemplate } from './variables';
import { foreignKeyOf } from './wireFilter';

/** One comparison of a filter. */
export interface Leaf {
  path: readonly string[];
  operator: string;
  value: unknown;
}

/** The one comparison that stands for a condition on the wire. */
export function leafOf(filter: Filter): Leaf {
  const [path = '', comparison] = Object.entries(filter)[0] ?? [];
  const [operator = '', value] = Object.entries(comparison as Filter)[0] ?? [];
  return { path: path.split('.'), operator, value };
}

/** Whether two comparisons let the same records through. */
export const isSameLeaf = (one: Leaf, other: Leaf, relationAt: RelationAt): boolean =>
  JSON.stringify(plain(one, relationAt)) === JSON.stringify(plain(other, relationAt));

type RelationAt = (path: readonly string[]) => FieldDefinition | undefined;

const ofOne: Readonly<Record<string, string>> = { $in: '$eq', $notIn: '$ne' };
const comparesKeys = new Set(['$eq', '$in', '$ne', '$notIn']);

/** In the one of its spellings that all of the same meaning share. */
function plain({ path, operator, value }: Leaf, relationAt: RelationAt): unknown[] {
  const variable = nameInTemplate(value);
  const operand = variable === undefined ? value : { variable };
  const isOfOne = Array.isArray(value) && value.length === 1 && operator in ofOne;
  return [
    comparesKeys.has(operator) ? ownColumn(path, relationAt) : path,
    isOfOne ? ofOne[operator] : operator,
    isOfOne ? (value[0] as unknown) : operand,
  ];
}

/** `createdBy.id` is what the record itself has as `createdById`. */
function ownColumn(path: readonly string[], relationAt: RelationAt): readonly string[] {
  const relation = path.length > 1 ? relationAt(path.slice(0, -1)) : undefined;
  const own = relation && keyOf(relation) === path.at(-1) ? foreignKeyOf(relation) : undefined;
  return own ? [...path.slice(0, -2), own] : path;
}
