/** Names are identifiers in URLs and in the database. */
export const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Longer ones no database takes. */
export const longestName = 63;

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A name nobody has to think about, such as `t_8fk2m0q4xz1`. */
export function randomName(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(11));
  return prefix + [...bytes].map((byte) => letters[byte % letters.length]).join('');
}

/** Letters that no accent can be taken from. */
const spelled: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', þ: 'th', ð: 'd' };

/** `Order items` becomes `orderItems`; empty where a title has no letters that a name may have. */
function camelCase(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøłđþð]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const [head = '', ...tail] = plain.split(/[^a-z0-9]+/).filter(Boolean);
  return head + tail.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

export const isTaken = (name: string, taken: Iterable<string>): boolean =>
  // Databases that ignore case would keep both in one column.
  [...taken].some((other) => other.toLowerCase() === name.toLowerCase());

/** A name for what has this title, that nothing else has; made up where the title gives none. */
export function proposeName(title: string, taken: Iterable<string>, prefix: string): string {
  const words = camelCase(title);
  if (words === '') {
    return randomName(prefix);
  }
  const base = (/^\d/.test(words) ? prefix + words : words).slice(0, longestName - 3);
  const names = [...taken];
  let name = base;
  for (let number = 2; isTaken(name, names); number += 1) {
    name = `${base}${number}`;
  }
  return name;
}
