export interface Condition {
  /** Names of fields from the collection on, such as `author.country.name`. */
  field: string;
  operator: string;
  value?: unknown;
}

/** Conditions that must all hold, or of which one must; a group within counts as one. */
export interface ConditionGroup {
  logic: '$and' | '$or';
  items: ConditionNode[];
}

export type ConditionNode = Condition | ConditionGroup;

export const noConditions: ConditionGroup = { logic: '$and', items: [] };
/** How deep groups lie within each other at most; more than this nobody understands. */
export const deepest = 5;

export const isGroup = (node: ConditionNode): node is ConditionGroup => 'items' in node;

/** From the address; what somebody has broken there is no filter rather than an error. */
export function parseConditions(text: string | null): ConditionGroup {
  if (!text) {
    return noConditions;
  }
  try {
    return readGroup(JSON.parse(text), 1) ?? noConditions;
  } catch {
    // Addresses get cut and edited.
    return noConditions;
  }
}

/** Null when a part of it is none: half a filter would show what it should hide. */
export function readGroup(read: unknown, depth: number): ConditionGroup | null {
  if (!isObject(read) || depth > deepest || !Array.isArray(read['items'])) {
    return null;
  }
  const { logic } = read;
  if (logic !== '$and' && logic !== '$or') {
    return null;
  }
  const items = read['items'].map((item: unknown) => readCondition(item) ?? readGroup(item, depth + 1));
  return items.every((item) => item !== null) ? { logic, items } : null;
}

function readCondition(read: unknown): Condition | null {
  if (!isObject(read) || typeof read['field'] !== 'string' || typeof read['operator'] !== 'string') {
    return null;
  }
  const { field, operator, value } = read;
  // Addresses that were kept from before periods were values of every comparison of dates.
  return { field, operator: operator === 'period' ? '$dateOn' : operator, ...(value !== undefined && { value }) };
}

const isObject = (read: unknown): read is Record<string, unknown> =>
  typeof read === 'object' && read !== null && !Array.isArray(read);

/** How many conditions there are in all groups. */
export const countOf = (group: ConditionGroup): number =>
  group.items.reduce((sum, item) => sum + (isGroup(item) ? countOf(item) : 1), 0);

/** Where a node lies: its place in the group, in the group within, … */
export type NodePath = readonly number[];

/** The same tree with another node at that place, or with none. */
export function replaceAt(group: ConditionGroup, path: NodePath, node: ConditionNode | null): ConditionGroup {
  const [at, ...rest] = path;
  const items = group.items.flatMap((item, index): ConditionNode[] => {
    if (index !== at) {
      return [item];
    }
    if (rest.length > 0 && isGroup(item)) {
      return [replaceAt(item, rest, node)];
    }
    return node === null ? [] : [node];
  });
  return { ...group, items };
}
