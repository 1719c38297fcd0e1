import type { Filter } from '@pergola/api';
import type { Outcome } from './entry';

export const ranges = ['hour', 'today', 'week', 'month'] as const;
export type Range = (typeof ranges)[number];

/** What is looked for, as it stands in the address. */
export interface Search {
  range: string | null;
  /** Days, `2026-03-01`; they count without a range. */
  from: string | null;
  to: string | null;
  user: string | null;
  action: string | null;
  collection: string | null;
  result: string | null;
  search: string | null;
}

export const names = ['range', 'from', 'to', 'user', 'action', 'collection', 'result', 'search'] as const;

export const searchOf = (params: URLSearchParams): Search =>
  Object.fromEntries(names.map((name) => [name, params.get(name)])) as unknown as Search;

export const isSearching = (search: Search): boolean => names.some((name) => search[name]);

const minute = 60_000;
const hour = 60 * minute;
const refusals = [401, 403, 429];

const results: Readonly<Record<Outcome, Filter>> = {
  done: { status: { $lt: 400 } },
  refused: { status: { $in: refusals } },
  failed: { $and: [{ status: { $gte: 400 } }, { status: { $notIn: refusals } }] },
};

/** The filter of the API; undefined when everything is looked for. */
export function filterOf(search: Search, now = new Date()): Filter | undefined {
  const conditions: Filter[] = [];
  const since = sinceOf(search.range, now);
  if (since) {
    conditions.push({ at: { $dateNotBefore: since.toISOString() } });
  } else {
    if (search.from) {
      conditions.push({ at: { $dateNotBefore: search.from } });
    }
    if (search.to) {
      conditions.push({ at: { $dateNotAfter: search.to } });
    }
  }
  if (search.user) {
    conditions.push({ userId: Number(search.user) });
  }
  if (search.action) {
    conditions.push({ action: search.action });
  }
  if (search.collection) {
    conditions.push({ $or: [{ collection: search.collection }, { resource: search.collection }] });
  }
  if (search.result && search.result in results) {
    conditions.push(results[search.result as Outcome]);
  }
  const text = search.search?.trim();
  const all: Filter = { ...(conditions.length > 0 && { $and: conditions }), ...(text && { text }) };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** Where a range begins; whole minutes, so that a page that is shown again asks the same question. */
function sinceOf(range: string | null, now: Date): Date | undefined {
  const days = { today: 0, week: 6, month: 29 }[range ?? ''];
  if (range === 'hour') {
    return new Date(Math.floor((now.getTime() - hour) / minute) * minute);
  }
  return days === undefined ? undefined : new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
}
