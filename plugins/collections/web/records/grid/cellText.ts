import type { RecordValues } from '@pergola/api';
import { isRelation, textOf } from '@pergola/fields';
import type { GridColumn } from './gridColumns';

/** What is copied of a cell: all of what it shows, as it shows it. */
export function cellText({ field }: GridColumn, value: unknown, cell: HTMLElement): string {
  if (isRelation(field)) {
    const records = [value ?? []].flat() as RecordValues[];
    return records.map((record) => textOf(field, record)).join(', ');
  }
  const isEmpty = value === null || value === undefined || value === '' || value === false;
  return isEmpty ? '' : (cell.querySelector('[data-value]')?.textContent ?? '');
}
