import { msg } from '@pergola/plugin';

/** What a condition compares with: nothing, a value of the field itself, several of them, plain text, or a span of days. */
export type Operand = 'none' | 'value' | 'values' | 'text' | 'day' | 'period';

export interface Operator {
  /** Unique within a family; two entries may send the same operator. */
  key: string;
  name: string;
  title: string;
  operand: Operand;
}

const operator = (name: string, title: string, operand: Operand, key = name): Operator => ({
  key,
  name,
  title,
  operand,
});

const emptiness = [operator('$empty', msg('is empty'), 'none'), operator('$notEmpty', msg('is not empty'), 'none')];

export const textOperators: readonly Operator[] = [
  operator('$includes', msg('contains'), 'text'),
  operator('$notIncludes', msg('does not contain'), 'text'),
  operator('$eq', msg('is'), 'text'),
  operator('$ne', msg('is not'), 'text'),
  operator('$startsWith', msg('begins with'), 'text'),
  operator('$endWith', msg('ends with'), 'text'),
  ...emptiness,
];

export const numberOperators: readonly Operator[] = [
  operator('$eq', '=', 'value'),
  operator('$ne', '≠', 'value'),
  operator('$gt', '>', 'value'),
  operator('$gte', '≥', 'value'),
  operator('$lt', '<', 'value'),
  operator('$lte', '≤', 'value'),
  ...emptiness,
];

export const dateOperators: readonly Operator[] = [
  operator('$dateOn', msg('is in'), 'period', 'period'),
  operator('$dateOn', msg('is on'), 'day'),
  operator('$dateBefore', msg('is before'), 'day'),
  operator('$dateAfter', msg('is after'), 'day'),
  operator('$dateNotBefore', msg('is on or after'), 'day'),
  operator('$dateNotAfter', msg('is on or before'), 'day'),
  ...emptiness,
];

export const timeOperators: readonly Operator[] = [
  operator('$eq', msg('is'), 'value'),
  operator('$gt', msg('is after'), 'value'),
  operator('$lt', msg('is before'), 'value'),
  ...emptiness,
];

export const booleanOperators: readonly Operator[] = [
  operator('$isTruly', msg('is checked'), 'none'),
  operator('$isFalsy', msg('is not checked'), 'none'),
];

export const choiceOperators: readonly Operator[] = [
  operator('$eq', msg('is'), 'value'),
  operator('$ne', msg('is not'), 'value'),
  operator('$in', msg('is one of'), 'values'),
  operator('$notIn', msg('is none of'), 'values'),
  ...emptiness,
];

export const choicesOperators: readonly Operator[] = [
  operator('$anyOf', msg('has one of'), 'values'),
  operator('$noneOf', msg('has none of'), 'values'),
  operator('$match', msg('is exactly'), 'values'),
  ...emptiness,
];

export const relationOperators: readonly Operator[] = [
  operator('$includes', msg('contains'), 'text'),
  operator('$notIncludes', msg('does not contain'), 'text'),
  operator('$eq', msg('is'), 'text'),
];

/** Conditions without an operand are sent with `true`. */
export const noOperand = true;
