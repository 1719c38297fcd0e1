import { readCsv, writeCsv } from './csv';
import type { TextRow } from './text';

const head = ['module', 'text', 'translation'] as const;

export interface GivenTranslation {
  module: string;
  text: string;
  translation: string;
}

/** A spreadsheet would take a text that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;

export const fileOf = (rows: readonly TextRow[]): string =>
  writeCsv([
    head,
    ...rows.map(({ module, text, translation }) => [module, text, translation ?? ''].map((value) => (formula.test(value) ? `'${value}` : value))),
  ]);

/** The translations in a file; null when it has not the columns. Rows without a translation are left out. */
export function readFile(content: string): GivenTranslation[] | null {
  const [names, ...rows] = readCsv(content);
  const places = head.map((name) => names?.indexOf(name) ?? -1);
  if (places.some((place) => place < 0)) {
    return null;
  }
  return rows
    .map((row) => places.map((place) => row[place] ?? ''))
    .map((values) => values.map((value) => (value.startsWith("'") && formula.test(value.slice(1)) ? value.slice(1) : value)))
    .flatMap(([module = '', text = '', translation = '']) => (translation.trim() ? [{ module, text, translation }] : []));
}
