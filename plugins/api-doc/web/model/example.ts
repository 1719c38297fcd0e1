import { nameOf, resolved, typesOf, type ApiDocument, type Schema } from './document';

const deepest = 3;

const byFormat: Readonly<Record<string, unknown>> = {
  'date-time': '2026-01-31T12:00:00.000Z',
  date: '2026-01-31',
  decimal: '12.50',
  double: 1.5,
  int32: 1,
  int64: 1,
  uuid: '3f2a0c1e-8f5b-4d0a-9b1e-6a7c5d4e3f20',
  password: '…',
};

const byType: Readonly<Record<string, unknown>> = { string: 'Text', integer: 1, number: 1.5, boolean: true, object: {} };

/** A body that the schema allows. Of records what people fill in: without relations, whose records would have to exist, and without keys. */
export function exampleBody(document: ApiDocument, schema: Schema): unknown {
  const record = /^(.*)\.(create|update)$/.exec(schema.$ref === undefined ? '' : nameOf(schema.$ref));
  if (record === null) {
    return exampleOf(document, schema, 0);
  }
  const keys = document.components.schemas[record[1] ?? '']?.required ?? ['id'];
  const { properties = {} } = resolved(document, schema);
  const filled = Object.entries(properties).filter(([name, one]) => !keys.includes(name) && !isRelation(one));
  const some = record[2] === 'update' ? filled.slice(0, 1) : filled;
  return Object.fromEntries(some.map(([name, one]) => [name, exampleOf(document, one, 1)]));
}

const isRelation = (schema: Schema): boolean => schema.anyOf !== undefined || schema.items?.anyOf !== undefined;

function exampleOf(document: ApiDocument, schema: Schema, depth: number): unknown {
  const { enum: choices, anyOf, items, properties, format, ...rest } = resolved(document, schema);
  if (choices !== undefined) {
    return choices[0];
  }
  if (anyOf !== undefined) {
    return exampleOf(document, anyOf[0] ?? {}, depth);
  }
  const type = typesOf(rest)[0];
  if (type === 'array') {
    return depth < deepest ? [exampleOf(document, items ?? {}, depth + 1)] : [];
  }
  if (properties !== undefined) {
    const shown = depth < deepest ? Object.entries(properties).filter(([, one]) => one.readOnly !== true) : [];
    return Object.fromEntries(shown.map(([name, one]) => [name, exampleOf(document, one, depth + 1)]));
  }
  return (format === undefined ? undefined : byFormat[format]) ?? byType[type ?? ''] ?? {};
}
