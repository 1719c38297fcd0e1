import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from './csv';
import { fileOf, readFile } from './exchange';
import { placeFaults, type TextRow } from './text';

const row = (text: string, translation: string | null): TextRow => ({
  id: text,
  module: 'resources.users',
  moduleTitle: 'users',
  text,
  translation,
  builtIn: null,
  translationId: null,
});

describe('A file of translations', () => {
  it('is read as it was written', () => {
    const rows = [row('Say "hi", {name}', 'Säg ”hej”\nnu'), row('=SUM(A1)', '-1'), row('Empty', null)];
    expect(readFile(fileOf(rows))).toEqual([
      { module: 'resources.users', text: 'Say "hi", {name}', translation: 'Säg ”hej”\nnu' },
      { module: 'resources.users', text: '=SUM(A1)', translation: '-1' },
    ]);
    expect(fileOf(rows)).toContain("'=SUM(A1),'-1");
  });

  it('may have other columns, in any order, and semicolons', () => {
    expect(readFile('text;note;module;translation\r\nA;x;m;"B;C"\r\n')).toEqual([{ module: 'm', text: 'A', translation: 'B;C' }]);
  });

  it.each(['', 'a,b', 'module,text'])('without its columns is none: %j', (content) => expect(readFile(content)).toBeNull());

  it('keeps every value', () => {
    const rows = [['a', 'b"c', 'd,e'], ['', 'x\ny', ' z ']];
    expect(readCsv(writeCsv(rows))).toEqual(rows);
  });
});

describe('Places for values', () => {
  it('are missed and superfluous', () => {
    expect(placeFaults('{a} of {b}', '{b} av {c}')).toEqual({ lacks: ['{a}'], extra: ['{c}'] });
    expect(placeFaults('None', 'Inga')).toEqual({ lacks: [], extra: [] });
  });
});
