/** What is wrong with a condition as somebody has typed it. */
export type ConditionFault = { kind: 'json' } | { kind: 'object' } | { kind: 'field'; name: string };

export interface ReadCondition {
  condition: Record<string, unknown>;
  fault?: undefined;
}

/** Reads a typed condition; every name in it must be one of the fields, or a group of conditions. */
export function readCondition(text: string, fields: readonly string[]): ReadCondition | { fault: ConditionFault } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // People type, and are told so below the field.
    return { fault: { kind: 'json' } };
  }
  if (!isObject(read) || Object.keys(read).length === 0) {
    return { fault: { kind: 'object' } };
  }
  const unknown = unknownIn(read, new Set(fields));
  return unknown === undefined ? { condition: read } : { fault: { kind: 'field', name: unknown } };
}

function unknownIn(group: Record<string, unknown>, fields: ReadonlySet<string>): string | undefined {
  for (const [name, value] of Object.entries(group)) {
    if (name === '$and' || name === '$or') {
      for (const inner of [value].flat()) {
        const unknown = isObject(inner) ? unknownIn(inner, fields) : name;
        if (unknown !== undefined) {
          return unknown;
        }
      }
    } else if (!fields.has(name.split('.')[0] ?? '')) {
      return name;
    }
  }
  return undefined;
}

const isObject = (read: unknown): read is Record<string, unknown> =>
  typeof read === 'object' && read !== null && !Array.isArray(read);
