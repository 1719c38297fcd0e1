import { describe, expect, it } from 'vitest';
import { reachSentence, recordsText, sentenceOf } from './sentences';

const t = (key: string, values: Record<string, unknown> = {}) =>
  key.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
const own = { total: 5, records: recordsText('own', '', t) };

describe('What a rule means', () => {
  it('is said with the fields and the records', () => {
    expect(sentenceOf('view', { fields: ['a', 'b', 'c'], scope: 'own' }, own, t)).toBe('Sees 3 of 5 fields of own records');
    expect(sentenceOf('create', { fields: ['a'], scope: 'all' }, own, t)).toBe('Creates records with 1 of 5 fields');
    expect(sentenceOf('destroy', { fields: [], scope: 'own' }, own, t)).toBe('Deletes own records');
    expect(recordsText('x1', 'Cheap', t)).toBe('the records of “Cheap”');
  });

  it('leaves out the fields when there are all of them, and says what is not allowed', () => {
    expect(sentenceOf('update', { fields: ['a', 'b', 'c', 'd', 'e'], scope: 'own' }, own, t)).toBe('Edits own records');
    expect(sentenceOf('update', undefined, own, t)).toBe('Edits no records');
    expect(reachSentence('view', 'all', t)).toBe('Sees all records');
    expect(reachSentence('importXlsx', 'none', t)).toBe('Imports nothing');
  });
});
