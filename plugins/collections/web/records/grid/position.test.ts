import { describe, expect, it } from 'vitest';
import { moved, neighbour } from './position';

const grid = { rows: 100, columns: 4, page: 10 };
const to = (row: number, column: number, key: string, ctrlKey = false) => {
  const next = moved({ row, column }, { key, ctrlKey, metaKey: false }, grid);
  return next && [next.row, next.column];
};

describe('Keys', () => {
  it('lead from cell to cell and stop at the edges', () => {
    expect(to(5, 1, 'ArrowDown')).toEqual([6, 1]);
    expect(to(99, 1, 'ArrowDown')).toEqual([99, 1]);
    expect(to(5, 0, 'ArrowLeft')).toEqual([5, 0]);
    expect(to(5, 3, 'ArrowRight')).toEqual([5, 3]);
    expect(to(0, 2, 'ArrowUp')).toEqual([-1, 2]);
    expect(to(-1, 2, 'ArrowUp')).toEqual([-1, 2]);
  });

  it('lead far', () => {
    expect(to(5, 2, 'Home')).toEqual([5, 0]);
    expect(to(5, 2, 'End')).toEqual([5, 3]);
    expect(to(5, 2, 'Home', true)).toEqual([0, 0]);
    expect(to(5, 2, 'End', true)).toEqual([99, 3]);
    expect(to(5, 2, 'PageDown')).toEqual([15, 2]);
    expect(to(95, 2, 'PageDown')).toEqual([99, 2]);
    expect(to(5, 2, 'PageUp')).toEqual([0, 2]);
  });

  it('of another kind lead nowhere', () => {
    expect(to(5, 2, 'x')).toBeNull();
  });
});

describe('The next cell that can be edited', () => {
  const editable = [true, false, true];

  it('goes on in the next row', () => {
    expect(neighbour({ row: 0, column: 0 }, 1, 2, editable)).toEqual({ row: 0, column: 2 });
    expect(neighbour({ row: 0, column: 2 }, 1, 2, editable)).toEqual({ row: 1, column: 0 });
    expect(neighbour({ row: 1, column: 0 }, -1, 2, editable)).toEqual({ row: 0, column: 2 });
  });

  it('ends with the table', () => {
    expect(neighbour({ row: 1, column: 2 }, 1, 2, editable)).toBeNull();
    expect(neighbour({ row: 0, column: 0 }, -1, 2, editable)).toBeNull();
  });
});
