import { names } from './names';
import { customerCount, customerNumber } from './people';
import { productList, productNumber } from './products';
import type { Dice } from './random';
import { dayBefore, link, type KeyOf, type Row } from './row';
import { notes } from './words';

const orderCount = 420;
const spanInDays = 330;
const dayLength = 86_400_000;

/** Orders with their lines: they are made in one request, so that there is never half an order. */
export function orderRows(dice: Dice, today: Date): Row[] {
  const moments = Array.from({ length: orderCount }, (_, index) => {
    // More lately than long ago.
    const age = Math.round(spanInDays * (1 - (index + 1) / orderCount) ** 1.4);
    return momentBefore(today, age, dice);
  });
  return moments.toSorted((a, b) => a.getTime() - b.getTime()).map((at, index) => orderRow(dice, today, at, index));
}

function orderRow(dice: Dice, today: Date, at: Date, index: number): Row {
  const age = Math.floor((today.getTime() - at.getTime()) / dayLength);
  const number = `S-${10_001 + index}`;
  const customer = customerNumber(Math.floor(customerCount * dice.next() ** 1.5));
  const lines = Array.from({ length: dice.between(1, 4) }, () => lineOf(dice));
  const shipping = dice.pick(['parcel', 'parcel', 'parcel', 'pickup', 'courier']);
  const values = {
    number,
    orderedAt: at.toISOString(),
    status: statusOf(age, dice),
    total: lines.reduce((sum, line) => sum + line.amount, 0),
    shipping,
    deliverOn: dayBefore(today, age - dice.between(2, 6)),
    deliverAt: shipping === 'courier' ? `${String(dice.between(9, 18)).padStart(2, '0')}:30:00` : null,
    isGift: dice.chance(0.12),
    note: dice.chance(0.08) ? dice.pick(notes) : null,
  };
  return {
    called: number,
    values: (keyOf) => ({
      ...values,
      customer: link(keyOf(names.customers, customer)),
      lines: lines.map((line) => lineValues(line, keyOf)),
    }),
  };
}

interface Line {
  sku: string;
  text: string;
  quantity: number;
  price: number;
  amount: number;
}

const lineValues = ({ sku, ...line }: Line, keyOf: KeyOf) => ({ ...line, product: link(keyOf(names.products, sku)) });

function lineOf(dice: Dice): Line {
  const index = dice.between(0, productList.length - 1);
  const product = productList[index];
  const quantity = dice.pick([1, 1, 1, 2, 2, 4, 6]);
  const price = product?.price ?? 0;
  return { sku: productNumber(index), text: `${quantity} × ${product?.name}`, quantity, price, amount: quantity * price };
}

function statusOf(age: number, dice: Dice): string {
  if (dice.chance(0.04)) {
    return 'cancelled';
  }
  if (age <= 1) {
    return 'new';
  }
  if (age <= 4) {
    return 'packed';
  }
  return age <= 9 ? 'shipped' : dice.chance(0.04) ? 'returned' : 'delivered';
}

function momentBefore(today: Date, days: number, dice: Dice): Date {
  const date = new Date(today);
  date.setDate(date.getDate() - days);
  const minute = dice.between(7 * 60, 22 * 60);
  // Today's orders must not lie ahead.
  return days === 0 ? new Date(date.getTime() - minute * 10_000) : new Date(date.setHours(0, minute, 0, 0));
}
