import type { FieldDefinition } from '@pergola/api';
import { isRelation, isToMany, keyOf, numberToWire, shiftPoint } from '@pergola/fields';
import { msg } from '@pergola/plugin';
import { readMoment, readTime, type ReadMoment } from './readDate';
import { readNumber } from './readNumber';

/** Why a cell cannot become a value: a text to translate, with what stands in it. */
export interface Problem {
  text: string;
  values?: Record<string, string>;
}

export type Converted = { value: unknown } | { problem: Problem };

/** What is known about the records that a relation may be linked with. */
export type Found = { key: unknown } | 'missing' | 'several';

export interface Reading {
  language: string;
  /** Titles of options in the reader's language. */
  text: (title: string) => string;
  related: (field: FieldDefinition, title: string) => Found;
}

type Converter = (cell: string, field: FieldDefinition, reading: Reading) => Converted;

const value = (converted: unknown): Converted => ({ value: converted });
const problem = (text: string, values?: Record<string, string>): Converted => ({
  problem: { text, ...(values && { values }) },
});

/** A cell as the value of a field. Empty cells are left to the server. */
export function convertCell(cell: string, field: FieldDefinition, reading: Reading): Converted {
  if (cell.trim() === '') {
    return value(undefined);
  }
  if (isRelation(field)) {
    return isToMany(field) ? relatedRecords(cell, field, reading) : relatedRecord(cell, field, reading);
  }
  return (converters[field.interface ?? ''] ?? words)(cell, field, reading);
}

const longText: Converter = (cell) => value(cell);
const words: Converter = (cell) => value(cell.trim().replaceAll(/\s*\n\s*/g, ' '));

const number: Converter = (cell, _, { language }) => {
  const digits = readNumber(cell, language);
  return digits === null ? problem(msg('This is not a number.')) : value(numberToWire(digits));
};

const whole: Converter = (cell, field, reading) => {
  const read = number(cell, field, reading);
  const digits = 'value' in read ? String(read.value).replace(/\.0*$/, '') : null;
  if (digits === null) {
    return read;
  }
  return /^-?\d+$/.test(digits) ? value(numberToWire(digits)) : problem(msg('This is not a whole number.'));
};

const percent: Converter = (cell, _, { language }) => {
  const digits = readNumber(cell.replace(/\s*%\s*$/, ''), language);
  return digits === null ? problem(msg('This is not a number.')) : value(numberToWire(shiftPoint(digits, -2)));
};

const yes = new Set(['yes', 'y', 'true', '1', 'x', '✓', '✔', '☑', '√', 'on', 'ja', 'j', 'sant', 'på', '是', '真', '对', '有', '开']);
const no = new Set(['no', 'n', 'false', '0', '-', '–', '✗', '☐', '×', 'off', 'nej', 'falskt', 'av', '否', '假', '错', '无', '关']);

const checkbox: Converter = (cell) => {
  const word = cell.trim().toLowerCase();
  return yes.has(word) ? value(true) : no.has(word) ? value(false) : problem(msg('Write yes or no.'));
};

function optionOf(cell: string, field: FieldDefinition, { text }: Reading): unknown {
  const wanted = cell.trim().toLowerCase();
  const options = field.uiSchema?.enum ?? [];
  const found =
    options.find((option) => String(option.value).toLowerCase() === wanted) ??
    options.find((option) => text(option.label).trim().toLowerCase() === wanted);
  return found?.value;
}

const choice: Converter = (cell, field, reading) => {
  const option = optionOf(cell, field, reading);
  return option === undefined ? problem(msg('{word} is not one of the options.'), { word: cell.trim() }) : value(option);
};

const choices: Converter = (cell, field, reading) => {
  const asOne = optionOf(cell, field, reading);
  if (asOne !== undefined) {
    return value([asOne]);
  }
  const chosen: unknown[] = [];
  for (const part of partsOf(cell)) {
    const option = optionOf(part, field, reading);
    if (option === undefined) {
      return problem(msg('{word} is not one of the options.'), { word: part });
    }
    chosen.push(option);
  }
  return value([...new Set(chosen)]);
};

/** Several in one cell, as people write them. */
export const partsOf = (cell: string): string[] =>
  cell
    .split(/[,;、，；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

const two = (digits: number) => String(digits).padStart(2, '0');
const dayOf = ({ year, month, day }: ReadMoment) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
const clockOf = (seconds: number) =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');

const moment =
  (write: (read: ReadMoment) => string): Converter =>
  (cell, _, { language }) => {
    const read = readMoment(cell, language);
    return read ? value(write(read)) : problem(msg('This is not a date.'));
  };
const instant = moment((read) => new Date(`${dayOf(read)}T${clockOf(read.time ?? 0)}`).toISOString());

const time: Converter = (cell) => {
  const seconds = readTime(cell);
  return seconds === null ? problem(msg('This is not a time.')) : value(clockOf(seconds));
};

const json: Converter = (cell) => {
  try {
    return value(JSON.parse(cell));
  } catch {
    // The reason that the parser gives is not for people.
    return problem(msg('This is not JSON.'));
  }
};

function relatedRecord(cell: string, field: FieldDefinition, { related }: Reading): Converted {
  const word = cell.trim();
  const found = related(field, word);
  if (found === 'missing') {
    return problem(msg('No record has the title {word}.'), { word });
  }
  return found === 'several'
    ? problem(msg('Several records have the title {word}.'), { word })
    : value({ [keyOf(field)]: found.key });
}

function relatedRecords(cell: string, field: FieldDefinition, reading: Reading): Converted {
  const asOne = relatedRecord(cell, field, reading);
  const parts = partsOf(cell);
  if ('value' in asOne || parts.length < 2) {
    return 'value' in asOne ? value([asOne.value]) : asOne;
  }
  const records = parts.map((part) => relatedRecord(part, field, reading));
  const failed = records.find((record) => 'problem' in record);
  return failed ?? value(records.flatMap((record) => ('value' in record ? [record.value] : [])));
}

const converters: Readonly<Record<string, Converter>> = {
  textarea: longText,
  markdown: longText,
  integer: whole,
  sort: whole,
  number,
  percent,
  checkbox,
  select: choice,
  radioGroup: choice,
  multipleSelect: choices,
  checkboxGroup: choices,
  dateOnly: moment(dayOf),
  datetimeNoTz: moment((read) => `${dayOf(read)} ${clockOf(read.time ?? 0)}`),
  datetime: instant,
  unixTimestamp: instant,
  time,
  json,
};
