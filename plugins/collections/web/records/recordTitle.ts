import type { FieldDefinition, RecordValues } from '@pergola/api';
import { textOf } from '@pergola/fields';

/** What a screen reader calls a record: its first column, else its key. */
export function recordTitle(row: RecordValues, field: FieldDefinition | undefined, key: string): string {
  const value = field && row[field.name];
  if (field === undefined || value === null || value === undefined || value === '') {
    return key;
  }
  return typeof value === 'object' && !Array.isArray(value) ? textOf(field, value as RecordValues) : String(value);
}
