import type { CollectionDefinition, Filter } from '@pergola/api';
import {
  countOf,
  finished,
  firstCondition,
  fromFilter,
  noConditions,
  toFilter,
  type ConditionGroup,
  type FilterVariable,
  type ReadFault,
} from '@pergola/filter';
import { readCondition, type ConditionFault } from './condition';

/** A condition while somebody works on it, with the builder or as JSON. */
export interface Draft {
  mode: 'builder' | 'json';
  group: ConditionGroup;
  text: string;
  /** What both were when the mode was changed: unchanged, either is shown again as it was, unfinished parts included. */
  same: { group: ConditionGroup; text: string } | null;
}

/** What conditions are about. */
export interface Setting {
  collection: CollectionDefinition;
  collections: readonly CollectionDefinition[];
  variables: readonly FilterVariable[];
}

export type DraftFault = ConditionFault | { kind: 'empty' } | { kind: 'unfinished' };

const indent = 2;
const jsonOf = (filter: Filter) => JSON.stringify(filter, null, indent);
const begun = ({ collection }: Setting): ConditionGroup => ({ ...noConditions, items: [firstCondition(collection)] });

/** Forms hand out copies of what they were given. */
const isEqual = (one: ConditionGroup, other: ConditionGroup) => JSON.stringify(one) === JSON.stringify(other);

/** To begin with: what the builder cannot show is JSON. */
export function draftOf(filter: Filter | null | undefined, setting: Setting): Draft {
  if (!filter || Object.keys(filter).length === 0) {
    return { mode: 'builder', group: begun(setting), text: '', same: null };
  }
  const text = jsonOf(filter);
  const read = fromFilter(filter, setting.collection, setting.collections, setting.variables);
  return read.fault
    ? { mode: 'json', group: noConditions, text, same: null }
    : { mode: 'builder', group: read.group, text, same: { group: read.group, text } };
}

export function asJson(draft: Draft, setting: Setting): Draft {
  const { group, same } = draft;
  const sent = toFilter(group, setting.collection, setting.collections, setting.variables);
  const text = same && isEqual(same.group, group) ? same.text : jsonOf(sent ?? {});
  return { mode: 'json', group, text, same: { group, text } };
}

/** The fault says why the builder cannot show what is typed. */
export type Shown = { group: ConditionGroup; fault?: undefined } | { fault: ReadFault | { kind: 'json' } };

/** What the builder would show for what is typed. */
export function shownFor({ text, same }: Draft, setting: Setting): Shown {
  if (same?.text === text) {
    return { group: same.group };
  }
  const read = parse(text);
  if (read === undefined) {
    return { fault: { kind: 'json' } };
  }
  return Object.keys(read).length === 0
    ? { group: begun(setting) }
    : fromFilter(read, setting.collection, setting.collections, setting.variables);
}

export function asConditions(draft: Draft, setting: Setting): Draft {
  const shown = shownFor(draft, setting);
  return shown.fault
    ? draft
    : { ...draft, mode: 'builder', group: shown.group, same: { group: shown.group, text: draft.text } };
}

/** What is sent; nothing unfinished is left out, for that would let more through than is meant. */
export function filterOf(draft: Draft, setting: Setting): { filter: Filter; fault?: undefined } | { filter?: undefined; fault: DraftFault } {
  const { collection, collections, variables } = setting;
  if (draft.mode === 'json') {
    const read = readCondition(draft.text, namesIn(collection));
    return read.fault ? { fault: read.fault } : { filter: read.condition };
  }
  const { group, same } = draft;
  const count = countOf(group);
  if (count === 0) {
    return { fault: { kind: 'empty' } };
  }
  if (countOf(finished(group, collection, collections, variables)) < count) {
    return { fault: { kind: 'unfinished' } };
  }
  // Who only renames a condition changes nothing else about it.
  const kept = same && isEqual(same.group, group) ? parse(same.text) : undefined;
  const isKept = kept !== undefined && Object.keys(kept).length > 0;
  return { filter: isKept ? kept : (toFilter(group, collection, collections, variables) ?? {}) };
}

/** The fields, and the columns in which relations keep their keys. */
const namesIn = (collection: CollectionDefinition): string[] =>
  (collection.fields ?? []).flatMap(({ name, type, foreignKey }) =>
    type === 'belongsTo' && foreignKey ? [name, foreignKey] : [name],
  );

/** Undefined when it is no object; nothing at all is one without entries. */
function parse(text: string): Filter | undefined {
  if (text.trim() === '') {
    return {};
  }
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Filter) : undefined;
  } catch {
    // People type.
    return undefined;
  }
}
