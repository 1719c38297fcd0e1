/** A JSON schema, as far as the page shows it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  title?: string;
  description?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  readOnly?: boolean;
  writeOnly?: boolean;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path';
  description?: string;
  required?: boolean;
  schema?: Schema;
  content?: Record<string, { schema: Schema }>;
  style?: string;
  explode?: boolean;
}

interface Reference {
  $ref: string;
}

interface WrittenOperation {
  operationId: string;
  summary: string;
  description?: string;
  security?: unknown[];
  parameters: (Parameter | Reference)[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

export interface ApiDocument {
  servers: { url: string }[];
  paths: Record<string, Record<string, WrittenOperation>>;
  components: {
    parameters: Record<string, Parameter>;
    schemas: Record<string, Schema>;
  };
}

/** An action with everything it takes, its references followed. */
export interface Operation {
  id: string;
  method: 'GET' | 'POST';
  /** Such as `/orders/{sourceKey}/items:list`. */
  path: string;
  summary: string;
  description: string | undefined;
  isPublic: boolean;
  parameters: Parameter[];
  body: Schema | undefined;
  answer: Schema | undefined;
}

/** The operation with an id, undefined when the document has none. */
export function operationOf(document: ApiDocument, id: string): Operation | undefined {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, written] of Object.entries(methods)) {
      if (written.operationId === id) {
        return {
          id,
          method: method === 'get' ? 'GET' : 'POST',
          path,
          summary: written.summary,
          description: written.description,
          isPublic: written.security?.length === 0,
          parameters: written.parameters.map((one) => ('$ref' in one ? followed(document, one) : one)),
          body: written.requestBody?.content['application/json']?.schema,
          answer: written.responses['200']?.content?.['application/json']?.schema,
        };
      }
    }
  }
  return undefined;
}

const followed = (document: ApiDocument, { $ref }: Reference): Parameter =>
  document.components.parameters[nameOf($ref)] as Parameter;

/** The last part of a reference. */
export const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** What a schema says, its reference followed. */
export const resolved = (document: ApiDocument, schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (document.components.schemas[nameOf(schema.$ref)] ?? {});

/** The types of a schema but null. */
export const typesOf = ({ type }: Schema): string[] =>
  (Array.isArray(type) ? type : type === undefined ? [] : [type]).filter((one) => one !== 'null');
