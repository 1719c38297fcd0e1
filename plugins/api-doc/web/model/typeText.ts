import { nameOf, resolved, typesOf, type ApiDocument, type Schema } from './document';

const deepest = 4;

/** A schema as a type that people read: the first record in full, those it leads to by their names. */
export function typeText(document: ApiDocument, schema: Schema): string {
  return written(document, schema, '', 0, 0);
}

function written(document: ApiDocument, schema: Schema, indent: string, depth: number, records: number): string {
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref);
    return records > 0 || depth >= deepest || name.startsWith('api.filter')
      ? name
      : written(document, resolved(document, schema), indent, depth, name.startsWith('api.') ? records : records + 1);
  }
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  }
  if (schema.anyOf !== undefined) {
    const parts = schema.anyOf.map((one) => written(document, one, indent, depth, records));
    return [...new Set(parts)].join(' | ');
  }
  const isNullable = Array.isArray(schema.type) && schema.type.includes('null');
  return bare(document, schema, indent, depth, records) + (isNullable ? ' | null' : '');
}

function bare(document: ApiDocument, schema: Schema, indent: string, depth: number, records: number): string {
  const types = typesOf(schema);
  if (schema.type === 'null') {
    return 'null';
  }
  if (types[0] === 'array') {
    const item = written(document, schema.items ?? {}, indent, depth, records);
    return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
  }
  const { properties } = schema;
  if (properties !== undefined && Object.keys(properties).length > 0) {
    const inner = `${indent}  `;
    const lines = Object.entries(properties).map(([name, one]) => {
      const isRequired = schema.required?.includes(name) ?? false;
      const type = written(document, one, inner, depth + 1, records);
      const about = one.title ?? one.description;
      return `${inner}${name}${isRequired ? '' : '?'}: ${type}${about ? ` // ${about}` : ''}`;
    });
    return `{\n${lines.join('\n')}\n${indent}}`;
  }
  return types.length === 0 ? 'any' : types.map((type) => named(type, schema.format)).join(' | ');
}

const named = (type: string, format: string | undefined): string =>
  type === 'string' && format !== undefined && format !== 'int64' ? `string<${format}>` : type;
