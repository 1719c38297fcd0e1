import { books } from '@pergola/filter/testing';
import { describe, expect, it } from 'vitest';
import type { Reading } from './convertCell';
import { convertRows, fillableFields, mappingByPlace, mappingOfHead, titlesWanted } from './pastedRows';

const text = (title: string | undefined) => title ?? '';
const fields = fillableFields(books);
const reading: Reading = { language: 'en-US', text, related: (_, title) => (title === 'Selma' ? { key: 1 } : 'missing') };
const needy = fields.map((field) => (field.name === 'title' ? { ...field, allowNull: false } : field));

describe('Columns of a pasted table', () => {
  it('are recognised by titles and by names', () => {
    expect(mappingOfHead(['Pages', 'TITLE', 'in_stock', 'Shelf'], fields, text)).toEqual(['pages', 'title', 'inStock', null]);
    expect(mappingOfHead(['inStock', ''], fields, text)).toEqual(['inStock', null]);
  });

  it('go to one field once', () => {
    expect(mappingOfHead(['Title', 'Title'], fields, text)).toEqual(['title', null]);
  });

  it('have no titles when most cells of the first row name no field', () => {
    expect(mappingOfHead(['Jerusalem', '900', 'Genre'], fields, text)).toBeNull();
    expect(mappingOfHead(['', ''], fields, text)).toBeNull();
  });

  it('are those on the screen when nothing names them, but for what the server fills in', () => {
    expect(mappingByPlace(3, fields, ['id', 'title', 'author'])).toEqual(['title', 'author', null]);
  });
});

describe('Rows of a pasted table', () => {
  it('become records, and say which cells do not', () => {
    const [first, second] = convertRows(
      [
        ['Jerusalem', '900', 'Selma', 'x'],
        ['Hunger', 'few', 'Nobody', 'y'],
      ],
      2,
      ['title', 'pages', 'author', null],
      fields,
      reading,
    );
    expect(first).toMatchObject({ line: 2, values: { title: 'Jerusalem', pages: 900, author: { id: 1 } }, isHopeless: false });
    expect(first?.problems.size).toBe(0);
    expect(second).toMatchObject({ line: 3, values: { title: 'Hunger' }, isHopeless: false });
    expect([...(second?.problems.keys() ?? [])]).toEqual([1, 2]);
  });

  it('that are empty are none', () => {
    expect(convertRows([['', 'x'], ['a', '']], 1, ['title', null], fields, reading).map((row) => row.line)).toEqual([2]);
  });

  it('cannot do without what is required', () => {
    const [emptied, unmapped] = [
      convertRows([['', '5']], 1, ['title', 'pages'], needy, reading)[0],
      convertRows([['5']], 1, ['pages'], needy, reading)[0],
    ];
    expect(emptied?.isHopeless).toBe(true);
    expect(emptied?.problems.get(0)).toEqual({ text: '{title} is needed.', values: { title: 'Title' } });
    expect(unmapped?.problems.get(-1)).toEqual({ text: '{title} is needed.', values: { title: 'Title' } });
  });

  it('of which nothing converts are no records', () => {
    expect(convertRows([['few']], 1, ['pages'], fields, reading)[0]?.isHopeless).toBe(true);
  });

  it('name each related record once, also where several stand in a cell', () => {
    const rows = [['Selma', 'red, blue'], ['Selma', 'red']];
    expect(titlesWanted(rows, ['author', 'labels'], fields)).toEqual(
      new Map([
        ['author', ['Selma']],
        ['labels', ['red, blue', 'red', 'blue']],
      ]),
    );
  });
});
