import type { CollectionDefinition } from '@pergola/api';
import { outcomeOf, type Entry } from './entry';

/** Where the record can be looked at; undefined when it is gone, or one that people do not see as such. */
export function recordLink(
  entry: Entry,
  collections: ReadonlyMap<string, CollectionDefinition>,
): string | undefined {
  const collection = entry.collection === null ? undefined : collections.get(entry.collection);
  const isGone = entry.action === 'destroy' && outcomeOf(entry) === 'done';
  const isShown = collection && !collection.hidden && !own.has(collection.name);
  return isShown && entry.recordKey !== null && !isGone
    ? `/admin/data/${collection.name}?record=${encodeURIComponent(entry.recordKey)}`
    : undefined;
}

/** These have pages of their own. */
const own = new Set(['users', 'roles', 'collections', 'fields']);
