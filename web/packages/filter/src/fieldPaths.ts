import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { interfaceOf, isRelation, visibleFields } from '@pergola/fields';

/** Relations one after another that a path may follow. */
export const longest = 6;

/** The field that each name of a path stands for; null when one of them is gone. */
export function fieldsAlong(
  path: string,
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
): FieldDefinition[] | null {
  const fields: FieldDefinition[] = [];
  let at: CollectionDefinition | undefined = collection;
  for (const name of path.split('.')) {
    const field: FieldDefinition | undefined = at?.fields?.find((one) => one.name === name);
    if (!field) {
      return null;
    }
    fields.push(field);
    at = isRelation(field) ? collections.find((one) => one.name === field.target) : undefined;
  }
  return fields;
}

/** The collection that has the last field of a path. */
export function ownerOf(
  path: string,
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
): CollectionDefinition | undefined {
  const relations = path.split('.').slice(0, -1).join('.');
  if (relations === '') {
    return collection;
  }
  const target = fieldsAlong(relations, collection, collections)?.at(-1)?.target;
  return collections.find((one) => one.name === target);
}

/** `Author › Country › Name`. */
export const titleOfPath = (fields: readonly FieldDefinition[], text: (title: string | undefined) => string): string =>
  fields.map((field) => text(field.uiSchema?.title) || field.name).join(' › ');

/** A field that a condition may be about. */
export interface FieldPath {
  path: string;
  label: string;
  /** With the titles of the relations that lead here. */
  title: string;
  /** 1 for the fields of the collection itself. */
  level: number;
  /** Whether fields of a related collection lie below. */
  leads: boolean;
}

type Text = (title: string | undefined) => string;

/** Every field down to some levels, for a search; relations lead in circles, so there is no end to all of them. */
export const allPaths = (
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
  text: Text,
): FieldPath[] => walk(collection, null, collections, text, searched);

/** The fields of the collection itself, or of the one that a path of relations leads to. */
export function pathsIn(
  inside: FieldPath | null,
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
  text: Text,
): FieldPath[] {
  const relation = inside && fieldsAlong(inside.path, collection, collections)?.at(-1);
  const target = relation ? collections.find((one) => one.name === relation.target) : collection;
  return target ? walk(target, inside, collections, text, 0) : [];
}

const searched = 3;

function walk(
  from: CollectionDefinition,
  inside: FieldPath | null,
  collections: readonly CollectionDefinition[],
  text: Text,
  deepest: number,
): FieldPath[] {
  const paths: FieldPath[] = [];
  const enter = (at: CollectionDefinition, above: FieldPath | null): void => {
    for (const field of visibleFields(at)) {
      const target = isRelation(field) ? collections.find((one) => one.name === field.target) : undefined;
      const own = pathOf(field, above, target !== undefined, text);
      if (own.leads || interfaceOf(field).operators.length > 0) {
        paths.push(own);
      }
      if (target && own.leads && own.level < deepest) {
        enter(target, own);
      }
    }
  };
  enter(from, inside);
  return paths;
}

function pathOf(field: FieldDefinition, above: FieldPath | null, isKnown: boolean, text: Text): FieldPath {
  const label = text(field.uiSchema?.title) || field.name;
  const level = (above?.level ?? 0) + 1;
  return {
    path: above ? `${above.path}.${field.name}` : field.name,
    label,
    title: above ? `${above.title} › ${label}` : label,
    level,
    leads: isKnown && level < longest,
  };
}

/** The relations along a path: those to `a` and `a.b` for `a.b.c`. */
export function stepsOf(
  path: string,
  collection: CollectionDefinition,
  collections: readonly CollectionDefinition[],
  text: Text,
): FieldPath[] {
  const steps: FieldPath[] = [];
  for (const field of fieldsAlong(path, collection, collections)?.slice(0, -1) ?? []) {
    steps.push(pathOf(field, steps.at(-1) ?? null, true, text));
  }
  return steps;
}
