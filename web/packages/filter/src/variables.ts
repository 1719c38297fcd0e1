import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { isRelation, type Operator } from '@pergola/fields';
import { msg } from '@pergola/plugin';

/** A value that is another one for everybody; the server fills it in each time the filter is asked. */
export interface FilterVariable {
  /** As the wire names it, such as `$user.id`. */
  name: string;
  /** Key of its text: the end of a sentence, such as “the person who looks”. */
  title: string;
  /** It stands for any number of values, of which one must be equal. */
  isList?: boolean;
  /** What is said where equal to it is also what is empty, for those who have no such value. */
  emptyHint?: string;
  /** Whether people are offered it for a field of this collection. */
  fits: (field: FieldDefinition, owner: CollectionDefinition) => boolean;
}

/** What stands in the place of a value in a condition. */
export interface VariableValue {
  variable: string;
}

export const isVariable = (value: unknown): value is VariableValue =>
  typeof value === 'object' && value !== null && typeof (value as Partial<VariableValue>).variable === 'string';

export const templateOf = (name: string): string => `{{ ${name} }}`;

const template = /^\s*\{\{\s*([\s\S]*?)\s*\}\}\s*$/;
const spelledOut = 'ctx.state.currentUser.';
const short = '$user.';

/** The name within the braces, one for all its spellings; undefined for any other text. */
export function nameInTemplate(value: unknown): string | undefined {
  const name = typeof value === 'string' ? template.exec(value)?.[1] : undefined;
  return name?.startsWith(spelledOut) ? short + name.slice(spelledOut.length) : name;
}

export const variableOf = (value: unknown, variables: readonly FilterVariable[]): FilterVariable | undefined =>
  isVariable(value) ? variables.find((one) => nameOf(one) === value.variable) : undefined;

/** What a condition keeps of it. */
export const nameOf = ({ name }: FilterVariable): string => nameInTemplate(templateOf(name)) ?? name;

interface Comparison {
  name: string;
  title: string;
}

const single: Readonly<Record<string, Comparison>> = {
  $eq: { name: '$eq', title: msg('is') },
  $in: { name: '$eq', title: msg('is') },
  $ne: { name: '$ne', title: msg('is not') },
  $notIn: { name: '$ne', title: msg('is not') },
};
const several: Readonly<Record<string, Comparison>> = {
  $eq: { name: '$in', title: msg('is one of') },
  $in: { name: '$in', title: msg('is one of') },
  $ne: { name: '$notIn', title: msg('is none of') },
  $notIn: { name: '$notIn', title: msg('is none of') },
};

/** How an operator is sent and said with a variable; undefined where a variable is no operand of it. */
export const comparisonWith = (operator: Operator, variable: FilterVariable): Comparison | undefined =>
  (variable.isList ? several : single)[operator.name];

/** Those that somebody may choose as the operand of an operator on a field. */
export function variablesFor(
  field: FieldDefinition,
  owner: CollectionDefinition,
  operator: Operator,
  variables: readonly FilterVariable[] = [],
): FilterVariable[] {
  // The values of a choice are its options, and the title of a related record is none of its keys.
  if (field.uiSchema?.enum || (isRelation(field) && !operator.isAboutKey)) {
    return [];
  }
  return variables.filter((one) => comparisonWith(operator, one) !== undefined && one.fits(field, owner));
}
