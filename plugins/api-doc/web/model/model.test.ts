import { describe, expect, it } from 'vitest';
import { operationOf, type ApiDocument } from './document';
import { exampleBody } from './example';
import { highlighted, pretty } from './highlight';
import { find, grouped, type Part } from './parts';
import { brokenOf, lackingOf, requestOf, valuesOf } from './request';
import { typeText } from './typeText';
import { shopDocument } from '../shop.fixture';

const operation = (id: string) => {
  const found = operationOf(shopDocument, id);
  if (!found) {
    throw new Error(id);
  }
  return found;
};

describe('A request', () => {
  it('writes lists with commas, structures as JSON and nothing for what is empty', () => {
    const values = { filter: '{"state":"new"}', appends: 'shop, lines', sort: '-price', page: ' 2 ', paginate: '' };
    expect(requestOf(operation('sales.list'), values)).toEqual({
      method: 'GET',
      action: `sales:list?filter=${encodeURIComponent('{"state":"new"}')}&appends=${encodeURIComponent('shop,lines')}&sort=-price&page=2`,
    });
  });

  it('repeats a list whose name has brackets', () => {
    expect(requestOf(operation('sales.update'), { filterByTk: '7', 'updateAssociationValues[]': 'a, b' }).action).toBe(
      'sales:update?filterByTk=7&updateAssociationValues%5B%5D=a&updateAssociationValues%5B%5D=b',
    );
  });

  it('puts the key of the source into the path, and keeps its place while there is none', () => {
    const list = operation('shops.sales.list');
    expect(requestOf(list, { sourceKey: 'a/b' }).action).toBe('shops/a%2Fb/sales:list');
    expect(requestOf(list, {}).action).toBe('shops/%7BsourceKey%7D/sales:list');
    expect(lackingOf(list, {})).toEqual(['sourceKey']);
  });

  it('names what is no JSON yet', () => {
    expect(brokenOf(operation('sales.list'), { filter: '{"a":' })).toEqual(['filter']);
    expect(brokenOf(operation('sales.list'), { filter: '' })).toEqual([]);
  });

  it('takes values from the address, however broken that is', () => {
    expect(valuesOf('{"sort":["-a","b"],"filter":{"a":1},"page":2}')).toEqual({ sort: '-a, b', filter: '{"a":1}', page: '2' });
    expect(valuesOf('{"sort"')).toEqual({});
    expect(valuesOf(null)).toEqual({});
  });
});

describe('An example', () => {
  it('of a new record has what people fill in', () => {
    expect(exampleBody(shopDocument, operation('sales.create').body ?? {})).toEqual({
      title: 'Text',
      price: '12.50',
      state: 'new',
      tags: ['a'],
    });
  });

  it('of a change is small', () => {
    expect(exampleBody(shopDocument, operation('sales.update').body ?? {})).toEqual({ title: 'Text' });
  });

  it('of keys is a list of them', () => {
    expect(exampleBody(shopDocument, { type: 'array', items: { type: ['integer', 'string'], format: 'int64' } })).toEqual([1]);
  });

  it('ends where schemas lead back to themselves', () => {
    const document: ApiDocument = {
      ...shopDocument,
      components: { parameters: {}, schemas: { a: { type: 'object', properties: { next: { $ref: '#/components/schemas/a' } } } } },
    };
    expect(exampleBody(document, { $ref: '#/components/schemas/a' })).toEqual({ next: { next: { next: {} } } });
  });
});

describe('A type', () => {
  it('shows the record in full and names those it leads to', () => {
    expect(typeText(shopDocument, operation('sales.get').answer ?? {})).toBe(
      [
        '{',
        '  data: {',
        '    id: integer | string',
        '    title?: string | null // Title',
        '    price?: string<decimal> | null',
        '    state?: "new" | "paid"',
        '    tags?: ("a" | "b")[]',
        '    shop?: shops | null',
        '  } | null',
        '}',
      ].join('\n'),
    );
  });
});

describe('The parts', () => {
  const parts: Part[] = [
    { ns: 'collections/sales', resource: 'sales', title: 'Sales', plugin: null, actions: ['list', 'create', 'shop:get'] },
    { ns: 'plugins/auth', resource: 'auth', title: 'Signing in', plugin: 'auth', actions: ['signIn', 'signOut'] },
  ];

  it.each([
    ['', [['list', 'create', 'shop:get'], ['signIn', 'signOut']]],
    ['sales', [['list', 'create', 'shop:get']]],
    ['sales crea', [['create']]],
    ['signout', [['signOut']]],
    ['sales signout', []],
  ])('are found by "%s"', (search, actions) => {
    expect(find(parts, search).map((found) => found.actions)).toEqual(actions);
  });

  it('have their actions by relation', () => {
    expect(grouped(['list', 'shop:get', 'create', 'shop:set'])).toEqual([
      { association: '', actions: ['list', 'create'] },
      { association: 'shop', actions: ['shop:get', 'shop:set'] },
    ]);
  });
});

describe('JSON', () => {
  it('is cut into its parts and loses nothing', () => {
    const text = pretty('{"a":[1,-2.5,true,null,"b: \\"1\\""],"c":{}}');
    const tokens = highlighted(text);
    expect(tokens.map((token) => token.text).join('')).toBe(text);
    expect(tokens.filter((token) => token.kind === 'key').map((token) => token.text)).toEqual(['"a"', '"c"']);
    expect(tokens.filter((token) => token.kind === 'number').map((token) => token.text)).toEqual(['1', '-2.5']);
    expect(tokens.filter((token) => token.kind === 'text').map((token) => token.text)).toEqual(['"b: \\"1\\""']);
  });

  it('that is none, or is very long, is shown as it is', () => {
    expect(pretty('Not Found')).toBe('Not Found');
    expect(highlighted('"a"'.repeat(50_000))).toHaveLength(1);
  });
});
