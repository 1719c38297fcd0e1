import { noConditions, parseConditions, readGroup, type ConditionGroup } from '@pergola/filter';

/** What a saved view says about a table. */
export interface ViewOptions {
  sort: string | null;
  filter: ConditionGroup;
  columns: string[] | null;
  pageSize: number | null;
}

export function optionsOf(params: URLSearchParams): ViewOptions {
  return {
    sort: params.get('sort'),
    filter: parseConditions(params.get('filter')),
    columns: params.get('columns')?.split(',').filter(Boolean) ?? null,
    pageSize: Number(params.get('pageSize')) || null,
  };
}

/** As the address has them; what is not set has no parameter. */
export function paramsOf({ sort, filter, columns, pageSize }: ViewOptions): Record<string, string> {
  return {
    ...(sort && { sort }),
    ...(filter.items.length > 0 && { filter: JSON.stringify(filter) }),
    ...(columns && { columns: columns.join(',') }),
    ...(pageSize && { pageSize: String(pageSize) }),
  };
}

/** From the server, where anything may have been stored. */
export function readOptions(read: unknown): ViewOptions {
  const { sort, filter, columns, pageSize } = (read ?? {}) as Record<string, unknown>;
  return {
    sort: typeof sort === 'string' ? sort : null,
    filter: readGroup(filter, 1) ?? noConditions,
    columns: Array.isArray(columns) ? columns.map(String) : null,
    pageSize: Number(pageSize) || null,
  };
}

/** Databases keep the keys of an object in an order of their own. */
export const isSame = (a: ViewOptions, b: ViewOptions): boolean => ordered(a) === ordered(b);

const ordered = (options: ViewOptions) =>
  JSON.stringify(options, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
      : value,
  );
