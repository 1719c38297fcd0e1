import type { FieldDefinition } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { convertCell, type Found, type Reading } from './convertCell';

const people: Record<string, Found> = { Selma: { key: 7 }, 'Berg, Anna': { key: 8 }, Twin: 'several', Lu: { key: 9 } };
const reading = (language: string): Reading => ({
  language,
  text: (title) => title.replace(/\{\{t\("(.*)"\)\}\}/, (_, key: string) => `${key}!`),
  related: (_, title) => people[title] ?? 'missing',
});
const field = (kind: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name: 'f',
  type: 'string',
  interface: kind,
  ...more,
});
const convert = (cell: string, of: FieldDefinition, language = 'en-US') => convertCell(cell, of, reading(language));
const options = {
  uiSchema: {
    enum: [
      { value: 'n', label: 'Novel' },
      { value: 'p', label: '{{t("Poems")}}' },
      { value: 3, label: 'Third, really' },
    ],
  },
};
const toOne = field('m2o', { type: 'belongsTo', target: 'people' });
const toMany = field('m2m', { type: 'belongsToMany', target: 'people' });

describe('A cell', () => {
  it.each(['input', 'integer', 'dateOnly', 'checkbox', 'select', 'm2o'])('that is empty says nothing: %s', (kind) => {
    expect(convert(' ', field(kind))).toEqual({ value: undefined });
  });

  it.each([
    ['input', '  two\nlines ', 'two lines'],
    ['textarea', 'two\n lines', 'two\n lines'],
    ['email', ' a@b.se ', 'a@b.se'],
    ['unknownKind', ' x ', 'x'],
    ['integer', '1,200', 1200],
    ['integer', '12.0', 12],
    ['integer', '9007199254740993', '9007199254740993'],
    ['number', '1,200.5', 1200.5],
    ['percent', '12.5 %', 0.125],
    ['percent', '7', 0.07],
    ['dateOnly', '5/6/2024', '2024-05-06'],
    ['datetimeNoTz', '2024-05-06 14:30', '2024-05-06 14:30:00'],
    ['datetimeNoTz', '2024-05-06', '2024-05-06 00:00:00'],
    ['datetime', '2024-05-06 14:30', new Date(2024, 4, 6, 14, 30).toISOString()],
    ['unixTimestamp', '2024-05-06', new Date(2024, 4, 6).toISOString()],
    ['time', '2:30 PM', '14:30:00'],
    ['json', '{"a":[1]}', { a: [1] }],
  ])('becomes the value of its field: %s from %j', (kind, cell, value) => {
    expect(convert(cell, field(kind))).toEqual({ value });
  });

  it('has numbers as the reader writes them', () => {
    expect(convert('1 234,5', field('number'), 'sv-SE')).toEqual({ value: 1234.5 });
    expect(convert('1,234', field('integer'), 'sv-SE')).toEqual({ problem: { text: 'This is not a whole number.' } });
  });

  it.each(['yes', 'YES', 'true', 'TRUE', '1', 'x', '✓', 'Ja', 'SANT', '是', '真'])('that says yes: %s', (cell) => {
    expect(convert(cell, field('checkbox'))).toEqual({ value: true });
  });

  it.each(['no', 'false', 'FALSE', '0', 'Nej', 'FALSKT', '否', '假', '-'])('that says no: %s', (cell) => {
    expect(convert(cell, field('checkbox'))).toEqual({ value: false });
  });

  it('names an option by its title or its value', () => {
    const select = field('select', options);
    expect(convert('novel', select)).toEqual({ value: 'n' });
    expect(convert('N', select)).toEqual({ value: 'n' });
    expect(convert('Poems!', select)).toEqual({ value: 'p' });
    expect(convert('3', select)).toEqual({ value: 3 });
  });

  it('names several options', () => {
    const select = field('multipleSelect', options);
    expect(convert('Novel; p、novel', select)).toEqual({ value: ['n', 'p'] });
    expect(convert('Third, really', select)).toEqual({ value: [3] });
    expect(convert('Novel, Essay', select)).toEqual({
      problem: { text: '{word} is not one of the options.', values: { word: 'Essay' } },
    });
  });

  it('names a related record by its title', () => {
    expect(convert(' Selma ', toOne)).toEqual({ value: { id: 7 } });
    expect(convert('Berg, Anna', toOne)).toEqual({ value: { id: 8 } });
    expect(convert('Selma, Lu', toMany)).toEqual({ value: [{ id: 7 }, { id: 9 }] });
    expect(convert('Berg, Anna', toMany)).toEqual({ value: [{ id: 8 }] });
  });

  it.each([
    [field('integer'), '1.5', 'This is not a whole number.'],
    [field('integer'), 'many', 'This is not a number.'],
    [field('number'), '12 apples', 'This is not a number.'],
    [field('percent'), 'half', 'This is not a number.'],
    [field('dateOnly'), '2023-02-29', 'This is not a date.'],
    [field('datetime'), 'soon', 'This is not a date.'],
    [field('time'), '25:00', 'This is not a time.'],
    [field('checkbox'), 'maybe', 'Write yes or no.'],
    [field('json'), '{', 'This is not JSON.'],
    [field('select', options), 'Essay', '{word} is not one of the options.'],
    [toOne, 'Nobody', 'No record has the title {word}.'],
    [toOne, 'Twin', 'Several records have the title {word}.'],
    [toMany, 'Selma, Nobody', 'No record has the title {word}.'],
  ])('that cannot be a value says why: %o from %j', (of, cell, text) => {
    expect(convert(cell, of)).toMatchObject({ problem: { text } });
  });
});
