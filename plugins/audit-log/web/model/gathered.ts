import type { FieldChange, RecordChange } from './entry';

/** The changes of an entry, one for each record: links and values of the same one together, each field once. */
export function gathered(changes: readonly RecordChange[]): RecordChange[] {
  const records = new Map<string, RecordChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.collection, change.recordKey]);
    const known = records.get(key);
    records.set(key, { ...change, ...known, fields: fieldsOf([...(known?.fields ?? []), ...change.fields]) });
  }
  return [...records.values()];
}

/** Of a field that changed more than once, what it was at first and became at last. */
function fieldsOf(all: readonly FieldChange[]): FieldChange[] {
  const fields = new Map<string, FieldChange>();
  for (const change of all) {
    const known = fields.get(change.field);
    fields.set(change.field, {
      ...change,
      ...(known && 'before' in known && { before: known.before }),
      ...joined('added', known, change),
      ...joined('removed', known, change),
    });
  }
  // Values first: they say more than keys of links.
  return [...fields.values()].toSorted((a, b) => Number(isLinks(a)) - Number(isLinks(b)));
}

const isLinks = (change: FieldChange): boolean => Boolean(change.added ?? change.removed);

function joined(name: 'added' | 'removed', known: FieldChange | undefined, change: FieldChange): Partial<FieldChange> {
  const all = [...(known?.[name] ?? []), ...(change[name] ?? [])];
  return all.length > 0 ? { [name]: all } : {};
}
