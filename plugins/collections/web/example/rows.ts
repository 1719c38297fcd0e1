import type { RecordValues } from '@pergola/api';
import { names } from './names';
import { customerRows } from './people';
import { productRows } from './products';
import { Dice } from './random';
import { link, type KeyOf, type Row, type RowSet } from './row';
import { orderRows } from './sales';
import { categories, tags } from './words';

const seed = 1702;

/** The whole example, the same whenever it is made; only its dates follow the day. */
export function exampleRows(today: Date): RowSet[] {
  const dice = new Dice(seed);
  const products = productRows(dice, today);
  return [
    { collection: names.categories, key: 'name', rows: categories.map(({ name, color }) => plain(name, { name, color })) },
    {
      collection: names.categories,
      key: 'name',
      rows: categories.flatMap(({ name: parent, color, children }) =>
        children.map((name) => ({
          called: name,
          values: (keyOf: KeyOf) => ({ name, color, parent: link(keyOf(names.categories, parent)) }),
        })),
      ),
    },
    { collection: names.tags, key: 'name', rows: tags.map((tag) => plain(tag.name, tag)) },
    { collection: names.products, key: 'sku', rows: products },
    { collection: names.customers, key: 'number', rows: customerRows(dice, today) },
    { collection: names.orders, key: 'number', rows: orderRows(dice, today) },
  ];
}

const plain = (called: string, values: RecordValues): Row => ({ called, values: () => values });
