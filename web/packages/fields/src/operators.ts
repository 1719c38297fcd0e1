import { msg } from '@pergola/plugin';

/**
 * What a condition compares with: nothing, a value of the field itself, several of them, plain text, a day or a period
 * that moves with today, two days, or chosen records.
 */
export type Operand = 'none' | 'value' | 'values' | 'text' | 'when' | 'days' | 'records';

export interface Operator {
  /** Unique within a family; two entries may send the same operator. */
  key: string;
  name: string;
  title: string;
  operand: Operand;
  /** Conditions on a relation are about the key of the related record; without this about its title. */
  isAboutKey?: boolean;
}

const operator = (name: string, title: string, operand: Operand): Operator => ({ key: name, name, title, operand });

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
  operator('$dateOn', msg('is'), 'when'),
  operator('$dateNotOn', msg('is not'), 'when'),
  operator('$dateBefore', msg('is before'), 'when'),
  operator('$dateAfter', msg('is after'), 'when'),
  operator('$dateNotBefore', msg('is on or after'), 'when'),
  operator('$dateNotAfter', msg('is on or before'), 'when'),
  operator('$dateBetween', msg('is between'), 'days'),
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

const aboutKey = (key: string, name: string, title: string, operand: Operand): Operator => ({
  key,
  name,
  title,
  operand,
  isAboutKey: true,
});

const titleOperators = [
  operator('$includes', msg('contains'), 'text'),
  operator('$notIncludes', msg('does not contain'), 'text'),
  operator('$eq', msg('is'), 'text'),
];
const oneOf = aboutKey('$in', '$in', msg('is one of'), 'records');
const linked = [
  aboutKey('$empty', '$notExists', msg('is empty'), 'none'),
  aboutKey('$notEmpty', '$exists', msg('is not empty'), 'none'),
];

export const toOneOperators: readonly Operator[] = [
  ...titleOperators,
  oneOf,
  aboutKey('$notIn', '$notIn', msg('is none of'), 'records'),
  ...linked,
];

/** The server asks each related record by itself, so that it cannot tell that none of them is among the chosen. */
export const toManyOperators: readonly Operator[] = [...titleOperators, { ...oneOf, title: msg('has one of') }, ...linked];

/** Conditions without an operand are sent with `true`. */
export const noOperand = true;
