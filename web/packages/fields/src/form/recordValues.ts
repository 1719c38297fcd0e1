import type { FieldDefinition, RecordValues } from '@pergola/api';
import { isRelation, keyOf } from '../relation/relationField';

/** What is sent of a record: only what was touched, and of related records only which they are. */
export function toWire(values: RecordValues, touched: readonly FieldDefinition[]): RecordValues {
  return Object.fromEntries(
    touched
      .filter((field) => values[field.name] !== undefined)
      .map((field) => [field.name, isRelation(field) ? link(field, values[field.name]) : values[field.name]]),
  );
}

function link(field: FieldDefinition, value: unknown): unknown {
  const key = keyOf(field);
  const one = (record: RecordValues) => ({ [key]: record[key] });
  if (Array.isArray(value)) {
    return (value as RecordValues[]).map(one);
  }
  return value ? one(value as RecordValues) : null;
}
