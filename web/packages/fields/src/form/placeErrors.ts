import { RequestFailure, type FieldDefinition } from '@pergola/api';

export interface PlacedErrors {
  fields: { name: string; errors: string[] }[];
  /** What names no field of the form. */
  rest: string[];
}

/** Finds the field that each error of an answer is about. The wire names it by its title, as the reader sees it. */
export function placeErrors(
  error: unknown,
  fields: readonly FieldDefinition[],
  titleOf: (field: FieldDefinition) => string,
): PlacedErrors {
  const placed = new Map<string, string[]>();
  const rest: string[] = [];
  for (const entry of error instanceof RequestFailure ? error.errors : []) {
    // Broken rules begin with the title of the collection.
    const short = entry.message.slice(entry.message.indexOf(': ') + 1).trim();
    const named = (message: string) =>
      fields
        .filter((field) => [titleOf(field), field.name].some((name) => begins(message, name)))
        .toSorted((a, b) => titleOf(b).length - titleOf(a).length)[0];
    const direct = named(entry.message);
    const field = direct ?? named(short);
    if (field) {
      placed.set(field.name, [...(placed.get(field.name) ?? []), direct ? entry.message : short]);
    } else {
      rest.push(entry.message);
    }
  }
  return { fields: [...placed].map(([name, errors]) => ({ name, errors })), rest };
}

/** At its beginning and as a whole word; Chinese puts no space behind it. */
const begins = (message: string, name: string): boolean =>
  name !== '' && message.startsWith(name) && !/^[\p{Script=Latin}\d]/u.test(message.slice(name.length));
