import { describe, expect, it } from 'vitest';
import { formatTable, parseTable } from './clipboardTable';

describe('A table from the clipboard', () => {
  it.each([
    ['a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['a\tb\rc\td\r', [['a', 'b'], ['c', 'd']]],
    ['one', [['one']]],
    ['', []],
    ['\n\n', []],
  ])('has cells between tabs and rows on lines: %j', (text, rows) => {
    expect(parseTable(text)).toEqual(rows);
  });

  it('keeps line breaks, tabs and quotes within a quoted cell', () => {
    expect(parseTable('"first\nsecond"\tb\r\n"with ""quotes"""\t"a\ttab"')).toEqual([
      ['first\nsecond', 'b'],
      ['with "quotes"', 'a\ttab'],
    ]);
    expect(parseTable('"a\r\nb"\t1')).toEqual([['a\nb', '1']]);
  });

  it('reads quotes that Excel leaves alone as they are', () => {
    expect(parseTable('5" pipe\t"hey" she said\nsay "no"\t"open')).toEqual([
      ['5" pipe', '"hey" she said'],
      ['say "no"', '"open'],
    ]);
  });

  it('keeps empty cells, also at the beginning and the end of a row', () => {
    expect(parseTable('\tb\t\n\t\tc')).toEqual([
      ['', 'b', ''],
      ['', '', 'c'],
    ]);
    expect(parseTable('a\t')).toEqual([['a', '']]);
    expect(parseTable('""\t"x"')).toEqual([['', 'x']]);
  });

  it('leaves out the empty rows below, and keeps those between', () => {
    expect(parseTable('a\n\nb\n\t\n \n')).toEqual([['a', ''], ['', ''], ['b', '']].map(([a]) => [a]));
  });

  it('makes all rows as long as the longest', () => {
    expect(parseTable('a\nb\tc\td')).toEqual([
      ['a', '', ''],
      ['b', 'c', 'd'],
    ]);
  });

  it('comes back as it went', () => {
    const rows = [['a\tb', 'say "x"'], ['two\nlines', ''], ['"', 'plain']];
    expect(parseTable(formatTable(rows))).toEqual(rows);
  });

  it('reads a large table at once', () => {
    const line = Array.from({ length: 20 }, (_, index) => `"cell ${index}"`).join('\t');
    const rows = parseTable(Array.from({ length: 5000 }, () => line).join('\n'));
    expect(rows).toHaveLength(5000);
    expect(rows[4999]?.[19]).toBe('cell 19');
  });
});
