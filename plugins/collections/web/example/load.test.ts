import { testClient, refusal, type AskedRequest } from '@pergola/plugin/testing';
import { describe, expect, it } from 'vitest';
import { loadExample, NameTakenError, type LoadProgress } from './load';
import { exampleCollections } from './model';
import { names } from './names';
import { removeExample } from './remove';
import { exampleRows } from './rows';

type Stored = Record<string, unknown> & { id: number };

/** As much of a server as the loader needs: it keeps collections and records and finds equal keys. */
class Shop {
  readonly collections: Record<string, unknown>[] = [];
  readonly records = new Map<string, Stored[]>();
  /** The answer of this write is lost on its way back. */
  failAt = -1;
  writes = 0;

  readonly answer = ({ action, method, params, body }: AskedRequest): unknown => {
    const [resource = '', verb] = action.split(':');
    const answer =
      resource === 'collections'
        ? this.#define(verb, params, body as Record<string, unknown>)
        : this.#record(resource, verb, body as Stored[]);
    const isLost = method === 'POST' && (this.writes += 1) === this.failAt;
    return isLost ? refusal(503, 'The database cannot be reached') : answer;
  };

  #record(resource: string, verb: string | undefined, body: Stored[]) {
    const list = this.records.get(resource) ?? [];
    this.records.set(resource, list);
    if (verb !== 'create') {
      return { data: list };
    }
    const created = body.map((values) => Object.assign({}, values, { id: Math.random() }));
    list.push(...created);
    return { data: created };
  }

  #define(verb: string | undefined, params: URLSearchParams, body: Record<string, unknown>) {
    if (verb === 'create') {
      this.collections.push(body);
    } else if (verb === 'destroy') {
      const at = this.collections.findIndex((one) => one['name'] === params.get('filterByTk'));
      this.collections.splice(at, 1);
    }
    return { data: this.collections };
  }

  count(collection: string): number {
    return this.records.get(collection)?.length ?? 0;
  }
}

const today = new Date('2026-05-20T10:00:00Z');

function load(shop: Shop, signal = new AbortController().signal, onProgress: (now: LoadProgress) => void = () => undefined) {
  return loadExample({ api: testClient(shop.answer).api, signal, today, onProgress });
}

function totals(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { collection, rows } of exampleRows(today)) {
    counts[collection] = (counts[collection] ?? 0) + rows.length;
  }
  return counts;
}

describe('The example', () => {
  it('is the same every time, and of a size worth looking at', () => {
    const made = (day: Date) => JSON.stringify(exampleRows(day).map((set) => set.rows.map((row) => row.values(() => 1))));
    expect(made(today)).toBe(made(today));
    expect(made(today)).toContain('Åsa');
    const count = exampleRows(today).reduce((sum, set) => sum + set.rows.length, 0);
    expect(count).toBeGreaterThan(500);
    for (const { rows } of exampleRows(today)) {
      expect(new Set(rows.map((row) => row.called)).size).toBe(rows.length);
    }
  });

  it('makes what is pointed at before what points there', () => {
    const made = new Set<string>(['users']);
    for (const { name, fields = [] } of exampleCollections()) {
      made.add(name);
      expect(fields.filter((field) => field.target && !made.has(field.target))).toEqual([]);
    }
  });

  it('is loaded with links to the records made before, and says how far it is', async () => {
    const shop = new Shop();
    const progress: LoadProgress[] = [];
    await load(shop, undefined, (now) => progress.push(now));
    expect(Object.fromEntries([...shop.records].map(([name, list]) => [name, list.length]))).toEqual(totals());
    const customers = new Set(shop.records.get(names.customers)?.map((customer) => customer.id));
    for (const order of shop.records.get(names.orders) ?? []) {
      expect(customers).toContain((order['customer'] as { id: number }).id);
    }
    expect(progress.at(-1)).toMatchObject({ done: progress[0]?.total, total: progress[0]?.total });
    expect(progress.map((now) => now.done)).toEqual(progress.map((now) => now.done).toSorted((a, b) => a - b));
  });

  it('goes on after a failure without making anything twice', async () => {
    const shop = new Shop();
    for (let failAt = 3; failAt < 40; failAt += 5) {
      shop.failAt = failAt;
      await load(shop).catch((error: unknown) => expect(error).toMatchObject({ status: 503 }));
    }
    shop.failAt = -1;
    await load(shop);
    await load(shop);
    expect(Object.fromEntries([...shop.records].map(([name, list]) => [name, list.length]))).toEqual(totals());
    expect(shop.collections).toHaveLength(exampleCollections().length);
  });

  it('stops between two batches', async () => {
    const shop = new Shop();
    const controller = new AbortController();
    const stopped = load(shop, controller.signal, ({ title }) => {
      if (title.includes('Customers') && shop.count(names.customers) > 0) {
        controller.abort();
      }
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(shop.count(names.customers)).toBeGreaterThan(0);
    expect(shop.count(names.orders)).toBe(0);
  });

  it('leaves a collection of the user alone', async () => {
    const shop = new Shop();
    shop.collections.push({ name: names.orders, title: 'Mine' });
    await expect(load(shop)).rejects.toBeInstanceOf(NameTakenError);
    expect(shop.collections).toHaveLength(1);
  });

  it('is removed, and nothing else', async () => {
    const shop = new Shop();
    await load(shop);
    shop.collections.push({ name: 'mine' }, { name: names.productTags, isThrough: true, hidden: true });
    const { api, asked } = testClient(shop.answer);
    await removeExample(api);
    expect(shop.collections).toEqual([{ name: 'mine' }]);
    const order = asked.map((request) => request.params.get('filterByTk')).filter((name) => name !== null);
    expect(order.indexOf(names.orders)).toBeLessThan(order.indexOf(names.customers));
  });
});
