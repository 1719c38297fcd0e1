import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf, isAsked, isRelation, isRequired, keyFieldOf, visibleFields } from '@pergola/fields';
import { msg } from '@pergola/plugin';
import { convertCell, partsOf, type Problem, type Reading } from './convertCell';

/** For each column of the pasted table the name of its field; null for one that is left out. */
export type Mapping = readonly (string | null)[];

export interface PastedRow {
  /** Place in the pasted table, from 1. */
  line: number;
  cells: readonly string[];
  values: RecordValues;
  /** By column; those that concern the row as a whole have the column -1. */
  problems: ReadonlyMap<number, Problem>;
  /** It cannot become a record at all. */
  isHopeless: boolean;
}

export const fillableFields = (collection: CollectionDefinition): FieldDefinition[] =>
  visibleFields(collection).filter((field) => isAsked(field, keyFieldOf(collection), true) && interfaceOf(field).Input);

const plain = (word: string) => word.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');

/** The fields that a first row names by title or name; null when it is a row like the others. */
export function mappingOfHead(
  head: readonly string[],
  fields: readonly FieldDefinition[],
  text: (title: string | undefined) => string,
): Mapping | null {
  const free = [...fields];
  const mapping = head.map((cell) => {
    const wanted = plain(cell);
    const at = free.findIndex((field) => plain(text(field.uiSchema?.title)) === wanted || plain(field.name) === wanted);
    return wanted === '' || at < 0 ? null : (free.splice(at, 1)[0]?.name ?? null);
  });
  const named = mapping.filter((name) => name !== null).length;
  const filled = head.filter((cell) => cell.trim() !== '').length;
  return named > 0 && named * 2 >= filled ? mapping : null;
}

/** Without titles the columns are those of the table on the screen, one after another. */
export function mappingByPlace(
  width: number,
  fields: readonly FieldDefinition[],
  shown: readonly string[],
): Mapping {
  const places = shown.filter((name) => fields.some((field) => field.name === name));
  return Array.from({ length: width }, (_, column) => places[column] ?? null);
}

export function convertRows(
  rows: readonly (readonly string[])[],
  firstLine: number,
  mapping: Mapping,
  fields: readonly FieldDefinition[],
  reading: Reading,
): PastedRow[] {
  const columns = mapping.map((name) => fields.find((field) => field.name === name));
  const required = fields.filter(isRequired);
  return rows.flatMap((cells, index) => {
    const isBlank = cells.every((cell, column) => !columns[column] || cell.trim() === '');
    return isBlank ? [] : [convertRow(cells, firstLine + index, columns, required, reading)];
  });
}

function convertRow(
  cells: readonly string[],
  line: number,
  columns: readonly (FieldDefinition | undefined)[],
  required: readonly FieldDefinition[],
  reading: Reading,
): PastedRow {
  const values: RecordValues = {};
  const problems = new Map<number, Problem>();
  for (const [column, field] of columns.entries()) {
    const converted = field && convertCell(cells[column] ?? '', field, reading);
    if (converted && 'problem' in converted) {
      problems.set(column, converted.problem);
    } else if (field && converted && converted.value !== undefined) {
      values[field.name] = converted.value;
    }
  }
  const missing = required.filter((field) => values[field.name] === undefined);
  for (const field of missing) {
    const column = columns.indexOf(field);
    const title = reading.text(field.uiSchema?.title ?? '') || field.name;
    if (!problems.has(column)) {
      problems.set(column, { text: msg('{title} is needed.'), values: { title } });
    }
  }
  return { line, cells, values, problems, isHopeless: missing.length > 0 || Object.keys(values).length === 0 };
}

/** The titles of related records that the cells name, each with its field. */
export function titlesWanted(
  rows: readonly (readonly string[])[],
  mapping: Mapping,
  fields: readonly FieldDefinition[],
): Map<string, string[]> {
  const wanted = new Map<string, string[]>();
  for (const [column, name] of mapping.entries()) {
    const field = fields.find((one) => one.name === name);
    if (field && isRelation(field)) {
      const titles = rows.flatMap((row) => [(row[column] ?? '').trim(), ...partsOf(row[column] ?? '')]);
      wanted.set(field.name, [...new Set(titles.filter(Boolean))]);
    }
  }
  return wanted;
}
