import type { CollectionDefinition } from '@pergola/api';
import { proposeName } from '../names';

export interface RelationNames {
  foreignKey: string;
  otherKey: string;
  through: string;
  reverseName: string;
}

interface Relation {
  /** `m2o`, `o2m`, `m2m`, `oho` or `obo`. */
  kind: string;
  /** Name of the field. */
  name: string;
  /** Title of the field at the other side. */
  reverseTitle: string;
  here: CollectionDefinition;
  there: CollectionDefinition | undefined;
  collections: readonly CollectionDefinition[];
}

/** `books` is a list of each `book`; names in other languages stay what they are. */
export function singular(name: string): string {
  const endings: readonly [RegExp, string][] = [
    [/([^aeiou])ies$/, '$1y'],
    [/(ss|x|ch|sh)es$/, '$1'],
    [/([^s])s$/, '$1'],
  ];
  const found = endings.find(([ending]) => ending.test(name));
  return found ? name.replace(found[0], found[1]) : name;
}

const fieldNames = (collection: CollectionDefinition | undefined): string[] =>
  (collection?.fields ?? []).flatMap((field) => [field.name, field.foreignKey ?? field.name]);

/** Names that nobody has to think about and everybody can read: `authorId`, `booksTags`. */
export function relationNames({ kind, name, reverseTitle, here, there, collections }: Relation): RelationNames {
  const isKeyHere = kind === 'm2o' || kind === 'obo';
  const owner = isKeyHere ? here : there;
  const thereName = there?.name ?? '';
  const hereKey = `${singular(here.name)} id`;
  const thereKey = `${singular(thereName)} id`;
  // The key of a link table stands alone there, so nothing but its twin can have its name.
  const isOwn = there?.name === here.name;
  const foreignKey =
    kind === 'm2m'
      ? proposeName(spaced(hereKey), [], 'f_')
      : proposeName(spaced(isKeyHere ? `${name} id` : hereKey), [...fieldNames(owner), name], 'f_');
  return {
    foreignKey,
    otherKey: there ? proposeName(spaced(isOwn ? `other ${thereKey}` : thereKey), [foreignKey], 'f_') : '',
    through: there
      ? proposeName(
          spaced(`${here.name} ${thereName}`),
          collections.map((collection) => collection.name),
          't_',
        )
      : '',
    reverseName: proposeName(
      reverseTitle || spaced(here.name),
      [...fieldNames(there), ...(isKeyHere || kind === 'm2m' ? [] : [foreignKey]), ...(isOwn ? [name] : [])],
      'f_',
    ),
  };
}

/** `orderItems` as words, so that it is put together again in the same way. */
const spaced = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
