import type { ApiDocument } from './model/document';

const key = { type: ['integer', 'string'], format: 'int64' };
const list = { style: 'form', explode: false, schema: { type: 'array', items: { type: 'string' } } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });
const ok = (schema: object) => ({ 200: { content: { 'application/json': { schema } } } });
const body = (name: string) => ({ content: { 'application/json': { schema: ref(name) } } });
const data = (schema: object) => ({ type: 'object', properties: { data: schema }, required: ['data'] });
const rows = data({ type: 'array', items: ref('sales') });

const fields = {
  title: { type: ['string', 'null'], title: 'Title' },
  price: { type: ['string', 'null'], format: 'decimal' },
  state: { type: 'string', enum: ['new', 'paid'] },
  tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
};

/** A small document as the server writes it. */
export const shopDocument: ApiDocument = {
  servers: [{ url: 'http://localhost/api' }],
  paths: {
    '/sales:list': {
      get: {
        operationId: 'sales.list',
        summary: 'List Sales',
        parameters: ['sales.filter', 'api.appends', 'api.sort', 'api.page', 'api.paginate'].map(parameter),
        responses: ok(rows),
      },
    },
    '/sales:get': {
      get: {
        operationId: 'sales.get',
        summary: 'Read one record of Sales',
        parameters: [parameter('sales.filterByTk')],
        responses: ok(data({ anyOf: [ref('sales'), { type: 'null' }] })),
      },
    },
    '/sales:create': {
      post: {
        operationId: 'sales.create',
        summary: 'Create a record of Sales',
        parameters: [],
        requestBody: body('sales.create'),
        responses: ok(data(ref('sales'))),
      },
    },
    '/sales:update': {
      post: {
        operationId: 'sales.update',
        summary: 'Change records of Sales',
        parameters: ['sales.filterByTk', 'api.updateAssociationValues'].map(parameter),
        requestBody: body('sales.update'),
        responses: ok(rows),
      },
    },
    '/shops/{sourceKey}/sales:list': {
      get: {
        operationId: 'shops.sales.list',
        summary: 'List the Sales of a record of Shops',
        parameters: [{ name: 'sourceKey', in: 'path', required: true, schema: key }],
        responses: ok(rows),
      },
    },
  },
  components: {
    parameters: {
      'sales.filter': {
        name: 'filter',
        in: 'query',
        description: 'Conditions that records must meet, as JSON',
        content: { 'application/json': { schema: ref('sales.filter') } },
      },
      'sales.filterByTk': { name: 'filterByTk', in: 'query', description: 'Key of the record', schema: key },
      'api.appends': { name: 'appends', in: 'query', ...list },
      'api.sort': { name: 'sort', in: 'query', description: '`-` turns the order around', ...list },
      'api.page': { name: 'page', in: 'query', schema: { type: 'integer' } },
      'api.paginate': { name: 'paginate', in: 'query', schema: { type: 'boolean' } },
      'api.updateAssociationValues': { name: 'updateAssociationValues[]', in: 'query', ...list, explode: true },
    },
    schemas: {
      sales: {
        type: 'object',
        properties: { id: { ...key, readOnly: true }, ...fields, shop: { anyOf: [ref('shops'), { type: 'null' }] } },
        required: ['id'],
      },
      'sales.create': {
        type: 'object',
        properties: { id: key, ...fields, shop: { anyOf: [key, ref('shops.create'), { type: 'null' }] } },
        required: ['title'],
      },
      'sales.update': { type: 'object', properties: fields },
      'sales.filter': { type: 'object' },
      shops: { type: 'object', properties: { id: key }, required: ['id'] },
      'shops.create': { type: 'object', properties: {} },
    },
  },
};
