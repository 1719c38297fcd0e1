import type { CollectionDefinition, FieldDefinition, Filter } from '@pergola/api';
import { interfaceOf, isRelation, keyOf, labelOf, noOperand, type Operator } from '@pergola/fields';
import { deepest, isGroup, type Condition, type ConditionGroup, type ConditionNode } from './conditions';
import { fieldsAlong, ownerOf } from './fieldPaths';
import { isSameLeaf, leafOf, type Leaf } from './filterLeaf';
import { nameInTemplate, nameOf, type FilterVariable } from './variables';
import { conditionToFilter, foreignKeyOf } from './wireFilter';

/** Why conditions cannot show a filter, and the name, operator or variable it is about. */
export interface ReadFault {
  kind: 'group' | 'depth' | 'field' | 'operator' | 'value' | 'variable';
  at: string;
}

export type ReadFilter = { group: ConditionGroup; fault?: undefined } | { fault: ReadFault };

/** The conditions that say the same as a filter of the wire; a fault where there are none that do. */
export function fromFilter(
  filter: Filter,
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
  variables: readonly FilterVariable[] = [],
): ReadFilter {
  try {
    const nodes = new FilterReader(collection, collections, variables).entries(filter, []);
    const [only] = nodes;
    const group: ConditionGroup =
      nodes.length === 1 && only && isGroup(only) ? only : { logic: '$and', items: nodes };
    checkDepth(group, 1);
    return { group };
  } catch (error) {
    if (error instanceof Unreadable) {
      return { fault: error.fault };
    }
    throw error;
  }
}

class Unreadable extends Error {
  constructor(readonly fault: ReadFault) {
    super(fault.kind);
  }
}

const fail = (kind: ReadFault['kind'], at: string): never => {
  throw new Unreadable({ kind, at });
};

function checkDepth(group: ConditionGroup, depth: number): void {
  if (depth > deepest) {
    fail('depth', group.logic);
  }
  group.items.filter(isGroup).forEach((inner) => checkDepth(inner, depth + 1));
}

class FilterReader {
  constructor(
    private readonly collection: CollectionDefinition,
    private readonly collections: readonly CollectionDefinition[],
    private readonly variables: readonly FilterVariable[],
  ) {}

  /** What an object says, all of which must hold; names in it go on from a path. */
  entries(object: Filter, path: readonly string[]): ConditionNode[] {
    return Object.entries(object).flatMap(([name, value]): ConditionNode[] =>
      name === '$and' || name === '$or' ? [this.group(name, value, path)] : this.value(value, [...path, ...name.split('.')]),
    );
  }

  private group(logic: '$and' | '$or', value: unknown, path: readonly string[]): ConditionGroup {
    // An object in the place of the list has an item for each of its entries.
    const items = isObject(value) ? Object.entries(value).map(([name, one]) => ({ [name]: one })) : value;
    if (!Array.isArray(items) || items.length === 0) {
      return fail('group', logic);
    }
    return { logic, items: items.flatMap((item: unknown) => this.item(logic, item, path)) };
  }

  private item(logic: '$and' | '$or', item: unknown, path: readonly string[]): ConditionNode[] {
    const nodes = isObject(item) ? this.entries(item, path) : [];
    if (nodes.length === 0) {
      return fail('group', logic);
    }
    return nodes.length === 1 || logic === '$and' ? nodes : [{ logic: '$and', items: nodes }];
  }

  private value(value: unknown, path: readonly string[]): ConditionNode[] {
    const last = path.at(-1) ?? '';
    if (last.startsWith('$')) {
      const names = path.slice(0, -1);
      return names.length === 0 ? fail('operator', last) : [this.condition({ path: names, operator: last, value })];
    }
    if (!isObject(value)) {
      return [this.condition({ path, operator: '$eq', value })];
    }
    const nodes = this.entries(value, path);
    return nodes.length > 0 ? nodes : fail('group', path.join('.'));
  }

  private condition(leaf: Leaf): Condition {
    const unknown = nameInTemplate(leaf.value);
    if (unknown !== undefined && !this.variables.some((one) => nameOf(one) === unknown)) {
      return fail('variable', unknown);
    }
    const subjects = this.subjects(leaf.path);
    if (subjects.length === 0) {
      return fail('field', leaf.path.join('.'));
    }
    const operators = subjects.flatMap(({ path, field, fits }) =>
      interfaceOf(field)
        .operators.filter(fits)
        .map((operator) => ({ path, field, operator })),
    );
    for (const { path, operator } of operators) {
      for (const value of this.operands(operator, leaf)) {
        const condition = { field: path.join('.'), operator: operator.key, ...(value !== undefined && { value }) };
        if (this.isSame(condition, leaf)) {
          return condition;
        }
      }
    }
    const isKnown = operators.some(({ operator }) => operator.name === leaf.operator);
    return isKnown ? fail('value', leaf.path.join('.')) : fail('operator', leaf.operator);
  }

  /** The fields that conditions on the path can be about: the last one, or a relation whose title or key it is. */
  private subjects(path: readonly string[]): Subject[] {
    const last = path.at(-1) ?? '';
    const fields = fieldsAlong(path.join('.'), this.collection, this.collections);
    const field = fields?.at(-1);
    const relation = fields?.at(-2);
    const owner = ownerOf(path.join('.'), this.collection, this.collections);
    const beside = (owner?.fields ?? []).filter((one) => foreignKeyOf(one) === last);
    return [
      ...(relation
        ? [
            {
              path: path.slice(0, -1),
              field: relation,
              fits: ({ isAboutKey }: Operator) => (isAboutKey ? keyOf(relation) : labelOf(relation)) === last,
            },
          ]
        : []),
      ...beside.map((one) => ({
        path: [...path.slice(0, -1), one.name],
        field: one,
        fits: ({ isAboutKey = false }: Operator) => isAboutKey,
      })),
      ...(field && !isRelation(field) ? [{ path, field, fits: () => true }] : []),
    ];
  }

  /** What a condition could hold to mean this operand. */
  private operands(operator: Operator, { value }: Leaf): unknown[] {
    const name = nameInTemplate(value);
    if (name !== undefined) {
      return [{ variable: name }];
    }
    switch (operator.operand) {
      case 'none':
        return value === noOperand ? [undefined] : [];
      case 'days': {
        const range = typeof value === 'string' ? days.exec(value) : null;
        return range ? [range.slice(1)] : [];
      }
      case 'text':
        return typeof value === 'string' ? [value] : [];
      case 'when':
        return isObject(value) || (typeof value === 'string' && day.test(value)) ? [value] : [];
      case 'values':
        return isList(value) ? [value] : [];
      case 'records':
        return isList(value) ? [value] : isScalar(value) ? [[value]] : [];
      case 'value':
        return isScalar(value) ? [value] : [];
    }
  }

  private isSame(condition: Condition, leaf: Leaf): boolean {
    const sent = conditionToFilter(condition, this.collection, this.collections, this.variables);
    return sent !== undefined && isSameLeaf(leafOf(sent), leaf, (path) => this.relationAt(path));
  }

  private relationAt(path: readonly string[]): FieldDefinition | undefined {
    return fieldsAlong(path.join('.'), this.collection, this.collections)?.at(-1);
  }
}

interface Subject {
  path: readonly string[];
  field: FieldDefinition;
  fits: (operator: Operator) => boolean;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const days = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})\]$/;

const isObject = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
const isList = (value: unknown) => Array.isArray(value) && value.every(isScalar);
