export type ParamValue = string | number | boolean | readonly string[] | object | null | undefined;
export type Params = Readonly<Record<string, ParamValue>>;

/** The query string of an action: lists as `name[]`, structures as JSON, nothing for what is not set. */
export function queryString(params: Params | undefined): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) {
    if (value === undefined || value === null || value === '') {
      continue;
    }
    if (Array.isArray(value)) {
      for (const item of value) {
        query.append(`${name}[]`, String(item));
      }
    } else {
      query.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
    }
  }
  const text = query.toString();
  return text && `?${text}`;
}
