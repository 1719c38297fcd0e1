import type { Dice } from './random';
import { dayBefore, type Row } from './row';
import { cities, companyKinds, familyNames, givenNames, notes, streets } from './words';

export const customerCount = 120;
export const customerNumber = (index: number) => `K-${1001 + index}`;

/** The first numbers of a block that is kept free for stories. */
const phone = (index: number) => `+46 70 174 06 ${String(5 + (index % 95)).padStart(2, '0')}`;

export function customerRows(dice: Dice, today: Date): Row[] {
  return Array.from({ length: customerCount }, (_, index) => {
    const isCompany = index % 4 === 3;
    const given = givenNames[index % givenNames.length] ?? givenNames[0];
    const family = familyNames[(index * 7 + Math.floor(index / givenNames.length)) % familyNames.length] ?? familyNames[0];
    const name = isCompany ? `${family} ${dice.pick(companyKinds)}` : `${given} ${family}`;
    const slug = ascii(name);
    const number = customerNumber(index);
    const values = {
      name,
      number,
      kind: isCompany ? 'company' : 'person',
      email: isCompany ? `order@${slug}.example` : `${slug}@mail.example`,
      phone: phone(index),
      website: isCompany ? `https://${slug}.example` : null,
      discount: isCompany ? dice.pick([0.05, 0.1, 0.15]) : null,
      since: dayBefore(today, dice.between(400, 2600)),
      wants: dice.some(['news', 'sale', 'events'], 0.4),
      notes: dice.chance(0.1) ? dice.pick(notes) : null,
      address: address(dice),
    };
    return { called: number, values: () => values };
  });
}

function address(dice: Dice) {
  const { city, country, code } = dice.pick(cities);
  const rest = String(dice.between(10, 89));
  return {
    street: `${dice.pick(streets)} ${dice.between(1, 84)}`,
    postalCode: country === 'SE' ? `${code} ${rest}` : `${code}${rest}`,
    city,
    country,
  };
}

/** As it stands in an address: `asa-akerlund`. */
const ascii = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
