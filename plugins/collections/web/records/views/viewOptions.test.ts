import { describe, expect, it } from 'vitest';
import { isSame, optionsOf, paramsOf, readOptions } from './viewOptions';

const filter = {
  logic: '$and' as const,
  items: [{ field: 'published', operator: '$dateOn', value: { type: 'past', number: 7, unit: 'day' } }],
};
const options = { sort: '-title', filter, columns: ['title', 'pages'], pageSize: 100 };

describe('A saved view', () => {
  it('goes into the address and comes back', () => {
    expect(optionsOf(new URLSearchParams(paramsOf(options)))).toEqual(options);
    expect(paramsOf(optionsOf(new URLSearchParams('page=3&record=5')))).toEqual({});
  });

  it('is the same whatever order the keys have', () => {
    const value = { unit: 'day', type: 'past', number: 7 };
    const stored = { pageSize: 100, columns: ['title', 'pages'], sort: '-title', filter: { items: [{ ...filter.items[0], value }], logic: '$and' } };
    expect(isSame(readOptions(stored), options)).toBe(true);
    expect(isSame(readOptions({ ...stored, columns: ['pages', 'title'] }), options)).toBe(false);
  });

  it.each([null, undefined, 'text', [], { filter: 'x', columns: 'y', sort: 3, pageSize: 'many' }])(
    'that cannot be read shows all: %j',
    (stored) => {
      expect(paramsOf(readOptions(stored))).toEqual({});
    },
  );
});
