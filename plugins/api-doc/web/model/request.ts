import type { Operation, Parameter } from './document';
import { typesOf } from './document';

/** What is filled in, by the name of the parameter. */
export type Values = Readonly<Record<string, string>>;

/** What to send: the part of the address below the API, and the body. */
export interface ApiRequest {
  method: 'GET' | 'POST';
  action: string;
}

/** How a parameter is filled in. */
export type ParameterKind = 'choice' | 'json' | 'list' | 'text';

export function kindOf(parameter: Parameter): ParameterKind {
  const schema = parameter.schema ?? {};
  if (parameter.content !== undefined || parameter.style === 'deepObject') {
    return 'json';
  }
  if (schema.enum !== undefined || typesOf(schema)[0] === 'boolean') {
    return 'choice';
  }
  return typesOf(schema)[0] === 'array' ? 'list' : 'text';
}

export const choicesOf = ({ schema }: Parameter): string[] =>
  schema?.enum?.filter((value) => value !== null).map(String) ?? ['true', 'false'];

/** Names of the parameters whose text is no JSON yet. */
export const brokenOf = (operation: Operation, values: Values): string[] =>
  operation.parameters
    .filter((parameter) => kindOf(parameter) === 'json' && !isJson(values[parameter.name] ?? ''))
    .map((parameter) => parameter.name);

/** Names of the parameters that are needed and lack. */
export const lackingOf = (operation: Operation, values: Values): string[] =>
  operation.parameters
    .filter((parameter) => parameter.required && (values[parameter.name] ?? '').trim() === '')
    .map((parameter) => parameter.name);

export function requestOf(operation: Operation, values: Values): ApiRequest {
  const query: string[] = [];
  let path = operation.path.slice(1);
  for (const parameter of operation.parameters) {
    const value = (values[parameter.name] ?? '').trim();
    if (parameter.in === 'path') {
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(value === '' ? `{${parameter.name}}` : value));
    } else if (value !== '') {
      query.push(...pairs(parameter, value));
    }
  }
  return { method: operation.method, action: query.length > 0 ? `${path}?${query.join('&')}` : path };
}

function pairs(parameter: Parameter, value: string): string[] {
  const pair = (text: string) => `${encodeURIComponent(parameter.name)}=${encodeURIComponent(text)}`;
  if (kindOf(parameter) !== 'list') {
    return [pair(value)];
  }
  const items = value.split(',').map((item) => item.trim()).filter((item) => item !== '');
  return parameter.explode ? items.map(pair) : [pair(items.join(','))];
}

/** Values from the address, as they are filled in. */
export function valuesOf(preset: string | null): Values {
  try {
    const given: unknown = JSON.parse(preset ?? '{}');
    return typeof given === 'object' && given !== null
      ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, textOf(value)]))
      : {};
  } catch {
    // An address may have been cut.
    return {};
  }
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);

function isJson(text: string): boolean {
  try {
    return text.trim() === '' || JSON.parse(text) !== undefined;
  } catch {
    // Half-typed JSON is the normal case.
    return false;
  }
}
