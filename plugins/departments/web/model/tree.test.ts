import { describe, expect, it } from 'vitest';
import { branchOf, pathText, rowsOf, type Department } from './tree';

const departments: Department[] = [
  { id: 1, title: 'Sales', parentId: null },
  { id: 2, title: 'North', parentId: 1 },
  { id: 3, title: 'Field', parentId: 2 },
  { id: '9007199254740993', title: 'Support', parentId: null },
  { id: 5, title: 'Lost', parentId: 77 },
];
const show = (search: string, isOpen = () => true) =>
  rowsOf(departments, search, isOpen).map((row) => `${'-'.repeat(row.level - 1)}${row.department.title}`);

describe('The rows of the tree', () => {
  it('are those that are open; one whose parent is not there is not lost', () => {
    expect(show('')).toEqual(['Sales', '-North', '--Field', 'Support', 'Lost']);
    expect(show('', () => false)).toEqual(['Sales', 'Support', 'Lost']);
  });

  it('are, with a search, those with the text and those that lead there, open or not', () => {
    expect(show('FIELD', () => false)).toEqual(['Sales', '-North', '--Field']);
    expect(show('sal')).toEqual(['Sales']);
    expect(show('nothing')).toEqual([]);
  });
});

describe('A department', () => {
  it('knows its way and what is below it', () => {
    expect(pathText(departments, '3')).toBe('Sales / North / Field');
    expect([...branchOf(departments, '1')].toSorted()).toEqual(['1', '2', '3']);
  });

  it('in a circle that a broken table holds ends somewhere', () => {
    const circle = [
      { id: 1, title: 'a', parentId: 2 },
      { id: 2, title: 'b', parentId: 1 },
    ];
    expect(pathText(circle, '1')).toBe('b / a');
    expect([...branchOf(circle, '1')]).toEqual(['1', '2']);
  });
});
