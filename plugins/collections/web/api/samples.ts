import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf, isRelation, isToMany, keyFieldOf, visibleFields } from '@pergola/fields';

const texts: Readonly<Record<string, unknown>> = {
  email: 'name@example.com',
  phone: '+46 70 174 06 05',
  url: 'https://example.com',
  color: '#2f6f4f',
  uuid: '3f2a0c1e-8f5b-4d0a-9b1e-6a7c5d4e3f20',
  checkbox: true,
  integer: 1,
  number: 1.5,
  percent: 0.25,
  dateOnly: '2026-01-31',
  datetime: '2026-01-31T12:00:00.000Z',
  datetimeNoTz: '2026-01-31 12:00:00',
  unixTimestamp: '2026-01-31T12:00:00.000Z',
  time: '12:00:00',
  json: { key: 'value' },
};

const several = new Set(['multipleSelect', 'checkboxGroup']);

/** A value that a field of this kind takes. */
export function sampleOf(field: FieldDefinition): unknown {
  if (isRelation(field)) {
    return isToMany(field) ? [{ id: 1 }] : { id: 1 };
  }
  const choice = field.uiSchema?.enum?.[0]?.value;
  if (choice !== undefined) {
    return several.has(field.interface ?? '') ? [choice] : choice;
  }
  return texts[field.interface ?? ''] ?? 'Text';
}

/** A body that creates a record: everything people fill in but relations, whose records would have to exist. */
export function sampleValues(collection: CollectionDefinition): RecordValues {
  const asked = visibleFields(collection).filter(
    (field) => interfaceOf(field).Input && !isRelation(field) && !field.isForeignKey && !isGenerated(field, collection),
  );
  return Object.fromEntries(asked.map((field) => [field.name, sampleOf(field)]));
}

const isGenerated = (field: FieldDefinition, collection: CollectionDefinition) =>
  field.name === keyFieldOf(collection) || interfaceOf(field).group === 'system' || field.type === 'sort';
