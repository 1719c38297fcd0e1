import type { FieldDefinition } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { fitsCell, isEditable, isSameValue } from './gridColumns';

const books = { name: 'books' };
const field = (one: Partial<FieldDefinition>): FieldDefinition => ({ name: 'x', type: 'string', ...one });

describe('A cell can be edited', () => {
  it.each<[string, boolean, Partial<FieldDefinition>]>([
    ['text', true, { interface: 'input' }],
    ['a relation to one record', true, { interface: 'm2o', type: 'belongsTo' }],
    ['a relation to many', false, { interface: 'm2m', type: 'belongsToMany' }],
    ['the key', false, { name: 'id', interface: 'input' }],
    ['the key of a relation', false, { interface: 'integer', isForeignKey: true }],
    ['when it was made', false, { interface: 'createdAt' }],
    ['a password', false, { interface: 'password' }],
    ['a kind without an input', false, { interface: 'formula' }],
  ])('%s: %s', (_, expected, one) => {
    expect(isEditable(books, field(one))).toBe(expected);
  });

  it('unless it holds more than fits', () => {
    const json = field({ interface: 'json', type: 'json' });
    expect(fitsCell(json, { a: 1 })).toBe(true);
    expect(fitsCell(json, { a: 'x'.repeat(300) })).toBe(false);
    expect(fitsCell(field({ interface: 'textarea' }), 'x'.repeat(300))).toBe(true);
  });
});

describe('Two values are the same', () => {
  it('when saving one over the other would change nothing', () => {
    const text = field({ interface: 'input' });
    const author = field({ interface: 'm2o', type: 'belongsTo' });
    expect(isSameValue(text, null, '')).toBe(true);
    expect(isSameValue(text, 'a', 'b')).toBe(false);
    expect(isSameValue(field({ type: 'array' }), ['a'], ['a'])).toBe(true);
    expect(isSameValue(author, { id: 1, name: 'a' }, { id: 1 })).toBe(true);
    expect(isSameValue(author, { id: 1 }, { id: 2 })).toBe(false);
    expect(isSameValue(author, { id: 1 }, null)).toBe(false);
  });
});
