import type { Client, CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { isRelation, keyFieldOf, toWire } from '@pergola/fields';
import { chunksOf } from '../keyChunks';

/** Gives all these records the values; how many there were. */
export async function updateRecords(
  api: Client,
  collection: CollectionDefinition,
  keys: readonly string[],
  values: RecordValues,
): Promise<number> {
  let count = 0;
  for (const part of chunksOf(keys)) {
    const filter = { [keyFieldOf(collection)]: { $in: part } };
    const { data } = await api.post<RecordValues[]>(`${collection.name}:update`, values, { params: { filter } });
    count += data.length;
  }
  return count;
}

/** Records that held the same before. */
export interface Former {
  keys: string[];
  values: RecordValues;
}

/** What the records hold in these fields, so that it can be given back. */
export async function readFormer(
  api: Client,
  collection: CollectionDefinition,
  keys: readonly string[],
  fields: readonly FieldDefinition[],
): Promise<Former[]> {
  const key = keyFieldOf(collection);
  const formers = new Map<string, Former>();
  for (const part of chunksOf(keys)) {
    const params = {
      filter: { [key]: { $in: part } },
      fields: [key, ...fields.filter((field) => !isRelation(field)).map((field) => field.name)],
      appends: fields.filter(isRelation).map((field) => field.name),
      paginate: false,
    };
    const { data } = await api.get<RecordValues[]>(`${collection.name}:list`, { params });
    for (const record of data) {
      const values = toWire(emptied(record, fields), fields);
      const same = JSON.stringify(values);
      const former = formers.get(same) ?? { keys: [], values };
      former.keys.push(String(record[key]));
      formers.set(same, former);
    }
  }
  return [...formers.values()];
}

/** What is not there is empty, and is to be empty again. */
const emptied = (record: RecordValues, fields: readonly FieldDefinition[]): RecordValues =>
  Object.fromEntries(fields.map((field) => [field.name, record[field.name] ?? null]));
