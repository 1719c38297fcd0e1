import { names } from './names';
import type { Dice } from './random';
import { dayBefore, link, type Row } from './row';
import { goods, series, tags } from './words';

export const productNumber = (index: number) => `A-${100 + index}`;

/** What a line of an order needs to know of its product. */
export const productList = series.flatMap((line) =>
  goods.map(({ noun, price }) => ({
    name: `${noun} ${line}`,
    price: price + series.indexOf(line) * 20,
  })),
);

export function productRows(dice: Dice, today: Date): Row[] {
  return productList.map(({ name, price }, index) => {
    const { noun, category, materials } = goods[index % goods.length] ?? goods[0];
    const values = {
      name,
      sku: productNumber(index),
      price,
      vat: 0.25,
      stock: dice.chance(0.08) ? 0 : dice.between(3, 240),
      state: dice.pick(['current', 'current', 'current', 'current', 'coming', 'ending', 'gone']),
      materials: [...materials],
      isFeatured: dice.chance(0.15),
      launchedOn: dayBefore(today, dice.between(20, 1400)),
      measures: { width: dice.between(8, 60), height: dice.between(4, 45), unit: 'cm' },
      text: `**${name}.** ${noun} in ${materials.join(' and ')}, made in small series.`,
    };
    const tagged = dice.some(tags, 0.25);
    return {
      called: values.sku,
      values: (keyOf) => ({
        ...values,
        category: link(keyOf(names.categories, category)),
        tags: tagged.map((tag) => link(keyOf(names.tags, tag.name))).filter((tag) => tag !== null),
      }),
    };
  });
}
