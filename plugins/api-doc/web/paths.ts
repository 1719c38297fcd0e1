import type { Params } from '@pergola/api';

export const snippet = 'pm.api-doc.documentation';
export const docPath = '/admin/settings/api-documentation';

/** The page about an action of a resource, its parameters filled in. */
export function operationPath(resource: string, action: string, params: Params): string {
  const given = Object.entries(params).filter(([, value]) => !isEmpty(value));
  const query = new URLSearchParams({ resource, action });
  if (given.length > 0) {
    query.set('params', JSON.stringify(Object.fromEntries(given)));
  }
  return `${docPath}?${query.toString()}`;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
