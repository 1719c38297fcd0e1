import { RequestFailure, type Client, type CollectionDefinition, type RecordKey, type RecordValues } from '@pergola/api';
import { keyFieldOf } from '@pergola/fields';
import { chunksOf } from '../keyChunks';
import type { PastedRow } from './pastedRows';

const batch = 50;

export interface Refused {
  row: PastedRow;
  error: unknown;
}

export interface Outcome {
  keys: RecordKey[];
  refused: Refused[];
  /** Not sent any more, because somebody stopped it or nothing would have been taken. */
  unsent: PastedRow[];
  /** What ended it before all rows were sent. */
  error: unknown;
}

interface Watch {
  signal: AbortSignal;
  onProgress: (done: number) => void;
}

/**
 * Creates a record for every row, many with one request. The server takes all rows of a request or none, so that a
 * refused batch is halved until the rows that it was refused for are found.
 */
export async function createRows(
  api: Client,
  collection: CollectionDefinition,
  rows: readonly PastedRow[],
  { signal, onProgress }: Watch,
): Promise<Outcome> {
  const key = keyFieldOf(collection);
  const outcome: Outcome = { keys: [], refused: [], unsent: [], error: null };
  const waiting: PastedRow[][] = [];
  for (let from = 0; from < rows.length; from += batch) {
    waiting.push(rows.slice(from, from + batch));
  }

  for (let part = waiting.shift(); part; part = waiting.shift()) {
    if (signal.aborted) {
      return { ...outcome, unsent: [part, ...waiting].flat() };
    }
    try {
      const body = part.map((row) => row.values);
      const { data } = await api.post<RecordValues[]>(`${collection.name}:create`, body);
      outcome.keys.push(...data.map((record) => record[key] as RecordKey));
    } catch (error) {
      if (isFinal(error)) {
        return { ...outcome, unsent: [part, ...waiting].flat(), error };
      }
      if (part.length > 1) {
        const middle = Math.ceil(part.length / 2);
        waiting.unshift(part.slice(0, middle), part.slice(middle));
      } else {
        outcome.refused.push(...part.map((row) => ({ row, error })));
      }
    }
    onProgress(rows.length - waiting.flat().length);
  }
  return outcome;
}

/** Whether the other rows would fare no better. */
const isFinal = (error: unknown) =>
  !(error instanceof RequestFailure) || error.kind === 'unreachable' || [401, 403, 404].includes(error.status);

export async function deleteRecords(
  api: Client,
  collection: CollectionDefinition,
  keys: readonly RecordKey[],
): Promise<void> {
  for (const part of chunksOf(keys)) {
    await api.post(`${collection.name}:destroy`, undefined, { params: { filterByTk: part } });
  }
}
