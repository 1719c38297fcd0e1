import { describe, expect, it } from 'vitest';
import type { FieldChange, RecordChange } from './entry';
import { gathered } from './gathered';

const change = (recordKey: string, ...fields: FieldChange[]): RecordChange => ({
  id: Math.random(),
  collection: 'books',
  recordKey,
  kind: 'update',
  fields,
});

describe('The changes of an entry', () => {
  it('are shown once for each record, values before links', () => {
    const all = gathered([
      change('1', { field: 'tags', added: [2] }),
      change('2', { field: 'title', before: 'x', after: 'y' }),
      change('1', { field: 'tags', removed: [3] }, { field: 'title', before: 'a', after: 'b' }),
      change('1', { field: 'tags', added: [4] }),
    ]);
    expect(all.map(({ recordKey, fields }) => [recordKey, fields])).toEqual([
      [
        '1',
        [
          { field: 'title', before: 'a', after: 'b' },
          { field: 'tags', added: [2, 4], removed: [3] },
        ],
      ],
      ['2', [{ field: 'title', before: 'x', after: 'y' }]],
    ]);
  });

  it('say of a field that changed twice what it was at first and became at last', () => {
    const twice = gathered([
      change('1', { field: 'title', before: 'a', after: 'b' }),
      change('1', { field: 'title', before: 'b', after: 'c' }),
    ]);
    expect(twice[0]?.fields).toEqual([{ field: 'title', before: 'a', after: 'c' }]);
  });
});
