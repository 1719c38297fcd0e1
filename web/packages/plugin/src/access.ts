import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { mayOpen, type Rights } from './rights';

export type RecordAction = 'view' | 'create' | 'update' | 'destroy';

/** How far somebody may go with one action on the records of a collection. */
export interface Reach {
  /** Names of the fields; null for all of them. */
  fields: ReadonlySet<string> | null;
  /** Only some of the records. */
  isLimited: boolean;
}

const everything: Reach = { fields: null, isLimited: false };

/** Who may change accounts and roles is not a matter of records: these snippets say so. */
const guardians: Readonly<Record<string, string>> = { users: 'pm.users', roles: 'pm.acl.roles' };

/** What `roles:check` says of an action on the records of a collection; null when it is not allowed. */
export function reachOf(rights: Rights, collection: string, action: RecordAction): Reach | null {
  const guardian = guardians[collection];
  if (rights.allowAll || (guardian && mayOpen(rights, guardian))) {
    return everything;
  }
  if (guardian && action !== 'view') {
    return null;
  }
  if (rights.resources?.includes(collection)) {
    const rule = rights.actions?.[`${collection}:${action}`];
    const fields = rule && (action === 'view' ? rule.fields && [...rule.fields, ...(rule.appends ?? [])] : rule.whitelist);
    return rule ? { fields: fields ? new Set(fields) : null, isLimited: Boolean(rule.own || rule.filter) } : null;
  }
  const strategy = rights.strategy?.actions ?? [];
  if (['*', action, `${action}:all`].some((entry) => strategy.includes(entry))) {
    return everything;
  }
  return strategy.includes(`${action}:own`) ? { fields: null, isLimited: true } : null;
}

/** The collections whose records somebody may see, with the fields they may see, marked with what they may do. */
export function withinReach(collections: readonly CollectionDefinition[], rights: Rights): CollectionDefinition[] {
  return rights.allowAll ? [...collections] : collections.flatMap((collection) => limited(collection, rights) ?? []);
}

function limited(collection: CollectionDefinition, rights: Rights): CollectionDefinition | null {
  const view = reachOf(rights, collection.name, 'view');
  if (!view) {
    return null;
  }
  const create = reachOf(rights, collection.name, 'create');
  const update = reachOf(rights, collection.name, 'update');
  const holds = (reach: Reach | null, { name }: FieldDefinition) => reach !== null && (reach.fields?.has(name) ?? true);
  return {
    ...collection,
    access: {
      create: create !== null,
      update: update !== null,
      destroy: reachOf(rights, collection.name, 'destroy') !== null,
      isUpdateLimited: update?.isLimited ?? false,
    },
    fields: (collection.fields ?? [])
      .filter((field) => holds(view, field))
      .map((field) => marked(field, holds(create, field), holds(update, field))),
  };
}

const marked = (field: FieldDefinition, create: boolean, update: boolean): FieldDefinition => ({
  ...field,
  access: { create, update },
});
