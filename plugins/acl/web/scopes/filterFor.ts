import type { Filter, User } from '@pergola/api';
import { nameInTemplate } from '@pergola/filter';

export interface Example extends User {
  mainDepartmentId?: unknown;
  departments?: { id: unknown }[];
}

const paths = /^\$user\.(.+)$/;

/** The filter with the values that one person has in the places of the variables. */
export function filterFor(filter: Filter, person: Example): Filter {
  const filled = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(filled);
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner)]));
    }
    const path = paths.exec(nameInTemplate(value) ?? '')?.[1];
    return path === undefined ? value : along(person, path.split('.'));
  };
  return filled(filter) as Filter;
}

/** What a filter depends on of whoever looks, such as `departments.id`. */
export function variablesIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(variablesIn);
  }
  const path = paths.exec(nameInTemplate(value) ?? '')?.[1];
  return path === undefined ? [] : [path];
}

/** Over a list, the values of its elements. */
function along(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) {
    return value ?? null;
  }
  if (Array.isArray(value)) {
    return value.map((one) => along(one, path));
  }
  return typeof value === 'object' && value !== null ? along((value as Record<string, unknown>)[name], rest) : null;
}
