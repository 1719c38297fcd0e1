import type { Client, CollectionDefinition, RecordKey, RecordValues } from '@pergola/api';
import { exampleCollections } from './model';
import { exampleMark } from './names';
import type { KeyOf, RowSet } from './row';
import { exampleRows } from './rows';

/** What is being made, and how much of everything is there. */
export interface LoadProgress {
  /** Title of the collection as it is stored. */
  title: string;
  step: 'collection' | 'records';
  done: number;
  total: number;
}

/** A collection of the user has the name of one of the example's. */
export class NameTakenError extends Error {
  override readonly name = 'NameTakenError';

  constructor(readonly collection: string) {
    super(collection);
  }
}

const batchSize = 60;

interface LoadSettings {
  api: Client;
  signal: AbortSignal;
  today: Date;
  onProgress: (progress: LoadProgress) => void;
}

/** Makes what is missing of the example and leaves alone what is there, so that a load that was cut off is run again. */
export async function loadExample({ api, signal, today, onProgress }: LoadSettings): Promise<void> {
  const model = exampleCollections();
  const sets = exampleRows(today);
  const existing = await readCollections(api, signal);
  const foreign = model.find(({ name }) => existing.get(name) && existing.get(name)?.['example'] !== exampleMark);
  if (foreign) {
    throw new NameTakenError(foreign.name);
  }

  const total = model.length + sets.reduce((sum, set) => sum + set.rows.length, 0);
  const titles = new Map(model.map(({ name, title }) => [name, title ?? name]));
  let done = 0;
  const tell = (step: LoadProgress['step'], name: string) =>
    onProgress({ step, title: titles.get(name) ?? name, done, total });

  for (const definition of model) {
    tell('collection', definition.name);
    if (!existing.has(definition.name)) {
      await api.post('collections:create', definition, { signal });
    }
    done += 1;
  }

  const keys = new Map<string, Map<string, RecordKey>>();
  const keyOf: KeyOf = (collection, called) => keys.get(collection)?.get(called);
  for (const set of sets) {
    tell('records', set.collection);
    const known = await readKeys(api, set, signal);
    keys.set(set.collection, known);
    const missing = set.rows.filter((row) => !known.has(row.called));
    done += set.rows.length - missing.length;
    for (let start = 0; start < missing.length; start += batchSize) {
      tell('records', set.collection);
      const batch = missing.slice(start, start + batchSize);
      const created = await api.post<RecordValues[]>(
        `${set.collection}:create`,
        batch.map((row) => row.values(keyOf)),
        { signal },
      );
      note(known, set.key, created.data);
      done += batch.length;
    }
  }
  tell('records', sets.at(-1)?.collection ?? '');
}

async function readCollections(api: Client, signal: AbortSignal): Promise<Map<string, CollectionDefinition>> {
  const { data } = await api.get<CollectionDefinition[]>('collections:list', { params: { paginate: false }, signal });
  return new Map(data.map((collection) => [collection.name, collection]));
}

async function readKeys(api: Client, { collection, key }: RowSet, signal: AbortSignal): Promise<Map<string, RecordKey>> {
  const params = { paginate: false, fields: ['id', key] };
  const { data } = await api.get<RecordValues[]>(`${collection}:list`, { params, signal });
  const known = new Map<string, RecordKey>();
  note(known, key, data);
  return known;
}

function note(known: Map<string, RecordKey>, key: string, records: readonly RecordValues[]): void {
  for (const record of records) {
    known.set(String(record[key]), record['id'] as RecordKey);
  }
}
