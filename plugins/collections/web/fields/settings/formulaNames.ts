import type { CollectionDefinition } from '@pergola/api';

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names between double braces that are no fields of the collection. */
export function unknownNames(expression: string, collection: CollectionDefinition): string[] {
  const known = new Set(collection.fields?.map((field) => field.name));
  const names = [...expression.matchAll(placeholder)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !known.has(name));
}
