import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

// What a stranger writes with the types of the document and nothing else.
const server = process.env['API'] ?? '';
const headers = { Authorization: `Bearer ${process.env['TOKEN'] ?? ''}` };
const client = createClient<paths>({ baseUrl: server, headers });

type Sale = components['schemas']['client_sales'];

function found<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) {
    throw new Error(JSON.stringify(answer.error));
  }
  return answer.data;
}

const shop = found(await client.POST('/client_shops:create', { body: { name: 'Corner' } })).data;
const sale: Sale = found(
  await client.POST('/client_sales:create', { body: { title: 'Bread', price: '12.50', state: 'new', shop: shop.id } }),
).data;

// The types refuse what the server would: @ts-expect-error fails where they do not.
// @ts-expect-error A sale needs a title.
const untitled: components['schemas']['client_sales.create'] = { price: '1.00' };
// @ts-expect-error Not one of the choices.
const odd: Sale['state'] = 'odd';
// @ts-expect-error A decimal is text, so that no digit is lost.
const inexact: Sale['price'] = 12.5;

const dear: components['schemas']['client_sales.filter'] = {
  price: { $gte: '12.50' },
  shop: { name: { $includes: 'corn' } },
};
// @ts-expect-error Prices are not compared by their parts.
const senseless: typeof dear = { price: { $includes: '5' } };

const listed = found(
  await client.GET('/client_sales:list', {
    params: {
      query: {
        filter: JSON.stringify(dear),
        appends: ['shop'],
        sort: ['-price'],
        pageSize: 10,
      },
    },
  }),
);
const changed = found(
  await client.POST('/client_sales:update', {
    params: { query: { filterByTk: sale.id } },
    body: { price: '99999999999999.25' },
  }),
).data;
const read = found(
  await client.GET('/client_sales:get', { params: { query: { filterByTk: sale.id, appends: ['shop'] } } }),
).data;
const ofShop = found(
  await client.GET('/client_shops/{sourceKey}/sales:list', { params: { path: { sourceKey: shop.id } } }),
).data;
const deleted = found(await client.POST('/client_sales:destroy', { params: { query: { filterByTk: sale.id } } })).data;
const refused = await client.GET('/client_sales:list', { params: { query: { sort: ['nothing'] } } });

process.stdout.write(
  JSON.stringify({
    created: sale.price,
    listed: listed.data.map((row) => [row.title, row.shop?.name]),
    count: listed.meta?.count,
    changed: changed.length,
    read: [read?.price, read?.shop?.name],
    ofShop: ofShop.map((row) => row.title),
    deleted,
    refused: refused.error?.errors[0]?.message,
    unused: [untitled, odd, inexact, senseless].length,
  }),
);
