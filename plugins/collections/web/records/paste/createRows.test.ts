import type { RecordValues } from '@pergola/api';
import { books } from '@pergola/filter/testing';
import { describe, expect, it, vi } from 'vitest';
import { fakeServer } from '../harness.fixture';
import { createRows } from './createRows';
import type { PastedRow } from './pastedRows';

const rowsOf = (count: number): PastedRow[] =>
  Array.from({ length: count }, (_, index) => ({
    line: index + 1,
    cells: [],
    values: { title: `T${index + 1}` },
    problems: new Map(),
    isHopeless: false,
  }));

/** Takes all records of a request or none, like the server. */
function library(refuse: (title: unknown) => boolean) {
  let next = 0;
  const stored: unknown[] = [];
  const server = fakeServer({
    'books:create': ({ body }) => {
      const records = body as RecordValues[];
      const bad = records.find((record) => refuse(record['title']));
      if (bad) {
        throw new Error(`${String(bad['title'])} already exists`);
      }
      stored.push(...records.map((record) => record['title']));
      return records.map(() => ({ id: (next += 1) }));
    },
  });
  return { ...server, stored };
}

const watch = () => ({ signal: new AbortController().signal, onProgress: vi.fn() });

describe('Pasted rows', () => {
  it('are created many at a time, in their order', async () => {
    const { client, of, stored } = library(() => false);
    const watching = watch();
    const outcome = await createRows(client, books, rowsOf(120), watching);
    expect(of('books:create')).toHaveLength(3);
    expect(stored).toEqual(rowsOf(120).map((row) => row.values['title']));
    expect(outcome).toMatchObject({ refused: [], unsent: [], error: null });
    expect(outcome.keys).toHaveLength(120);
    expect(watching.onProgress.mock.calls.map(([done]) => done as number)).toEqual([50, 100, 120]);
  });

  it('that are refused keep none of the others out', async () => {
    const { client, of, stored } = library((title) => title === 'T7' || title === 'T60');
    const outcome = await createRows(client, books, rowsOf(100), watch());
    expect(outcome.refused.map(({ row, error }) => [row.line, (error as Error).message])).toEqual([
      [7, 'T7 already exists'],
      [60, 'T60 already exists'],
    ]);
    expect(outcome.keys).toHaveLength(98);
    expect(stored).toHaveLength(98);
    expect(of('books:create').length).toBeLessThan(30);
  });

  it('stop where somebody stops them', async () => {
    const { client } = library(() => false);
    const stop = new AbortController();
    const outcome = await createRows(client, books, rowsOf(120), { signal: stop.signal, onProgress: () => stop.abort() });
    expect(outcome.keys).toHaveLength(50);
    expect(outcome.unsent[0]?.line).toBe(51);
    expect(outcome.unsent).toHaveLength(70);
  });

  it('are not sent in vain when the server is out of reach', async () => {
    const { client } = library(() => false);
    const post = vi.spyOn(client, 'post').mockRejectedValue(new TypeError('down'));
    const outcome = await createRows(client, books, rowsOf(120), watch());
    expect(post).toHaveBeenCalledTimes(1);
    expect(outcome.unsent).toHaveLength(120);
    expect(outcome.error).toBeInstanceOf(TypeError);
  });
});
