import { describe, expect, it } from 'vitest';
import { parentsIn, patchRecord, toLines } from './lines';

const rows = [
  { id: 1, name: 'Europe', children: [{ id: 2, name: 'Sweden', children: [{ id: 3, name: 'Skåne' }] }] },
  { id: 4, name: 'Asia' },
];
const none = new Set<string>();
const lines = (expanded: string[], hidden: string[] = []) =>
  toLines({
    rows,
    keyField: 'id',
    childrenField: 'children',
    expanded: new Set(expanded),
    hidden: new Set(hidden),
  });

describe('Lines', () => {
  it('show what is below a record once it is open', () => {
    expect(lines([]).map((line) => line.key)).toEqual(['1', '4']);
    expect(lines(['1', '2']).map(({ key, level, parent }) => [key, level, parent])).toEqual([
      ['1', 1, -1],
      ['2', 2, 0],
      ['3', 3, 1],
      ['4', 1, -1],
    ]);
    expect(lines(['1'])[0]).toMatchObject({ hasChildren: true, isExpanded: true });
    expect(lines(['2'])).toHaveLength(2);
  });

  it('leave out hidden records with all that is below them', () => {
    expect(lines(['1', '2'], ['2']).map((line) => line.key)).toEqual(['1', '4']);
  });

  it('are flat where there is no tree', () => {
    const flat = toLines({ rows, keyField: 'id', childrenField: null, expanded: new Set(['1']), hidden: none });
    expect(flat.map((line) => line.hasChildren)).toEqual([false, false]);
  });

  it('know every record that can be opened', () => {
    expect(parentsIn(rows, 'id', 'children')).toEqual(['1', '2']);
  });
});

describe('A changed record', () => {
  it('leaves all others the objects they are', () => {
    const patched = patchRecord(rows, 'id', 'children', '4', { name: 'ASIA' });
    expect(patched[1]).toEqual({ id: 4, name: 'ASIA' });
    expect(patched[0]).toBe(rows[0]);
  });

  it('is found in the branches', () => {
    const patched = patchRecord(rows, 'id', 'children', '3', { name: 'Skane' });
    expect(patched[0]).toMatchObject({ children: [{ children: [{ id: 3, name: 'Skane' }] }] });
    expect(patched[1]).toBe(rows[1]);
  });

  it('that is elsewhere changes nothing', () => {
    expect(patchRecord(rows, 'id', 'children', '9', { name: '' })).toBe(rows);
  });
});
