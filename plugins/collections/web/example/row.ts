import type { RecordKey, RecordValues } from '@pergola/api';

/** The key of a record loaded before, by what it is called. */
export type KeyOf = (collection: string, called: string) => RecordKey | undefined;

export interface Row {
  called: string;
  values: (keyOf: KeyOf) => RecordValues;
}

/** Records of one collection; what they point at is in the sets before. */
export interface RowSet {
  collection: string;
  /** The field that tells its records apart. */
  key: string;
  rows: Row[];
}

export const link = (key: RecordKey | undefined) => (key === undefined ? null : { id: key });

/** `2026-03-01`, so many days before today. */
export function dayBefore(today: Date, days: number): string {
  const date = new Date(today);
  date.setDate(date.getDate() - days);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
