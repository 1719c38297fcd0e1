import { describe, expect, it } from 'vitest';
import { filterOf, isSearching, searchOf } from './filter';

const now = new Date(2026, 2, 10, 15, 30, 20);
const filter = (query: string) => filterOf(searchOf(new URLSearchParams(query)), now);

describe('The filter of the log', () => {
  it('is none when nothing is looked for', () => {
    expect(filter('page=2')).toBeUndefined();
    expect(isSearching(searchOf(new URLSearchParams('page=2&entry=5')))).toBe(false);
    expect(isSearching(searchOf(new URLSearchParams('search=x')))).toBe(true);
  });

  it.each([
    ['hour', new Date(2026, 2, 10, 14, 30)],
    ['today', new Date(2026, 2, 10)],
    ['week', new Date(2026, 2, 4)],
    ['month', new Date(2026, 1, 9)],
  ])('counts %s from a moment that stays the same', (range, since) => {
    expect(filter(`range=${range}`)).toEqual({ $and: [{ at: { $dateNotBefore: since.toISOString() } }] });
  });

  it('takes days of its own, and a range before them', () => {
    expect(filter('from=2026-03-01&to=2026-03-02')).toEqual({
      $and: [{ at: { $dateNotBefore: '2026-03-01' } }, { at: { $dateNotAfter: '2026-03-02' } }],
    });
    expect(JSON.stringify(filter('range=today&from=2020-01-01'))).not.toContain('2020');
  });

  it('looks for person, action, collection, result and words together', () => {
    expect(filter('user=3&action=destroy&collection=books&result=refused&search=%20ada%20')).toEqual({
      text: 'ada',
      $and: [
        { userId: 3 },
        { action: 'destroy' },
        { $or: [{ collection: 'books' }, { resource: 'books' }] },
        { status: { $in: [401, 403, 429] } },
      ],
    });
    expect(filter('result=anything')).toBeUndefined();
  });
});
