export const units = ['m', 'h', 'd'] as const;
export type Unit = (typeof units)[number];

export interface Duration {
  amount: number;
  unit: Unit;
}

const milliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const pattern = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i;

/** Such as `6h`, `30m`, `7d`; a number alone is milliseconds. Undefined for what is written in another way. */
export function readDuration(text: string): Duration | undefined {
  const [, number = '', named = ''] = pattern.exec(text) ?? [];
  const factor = milliseconds[named.toLowerCase() || 'ms'];
  if (number === '' || factor === undefined) {
    return undefined;
  }
  const total = Number(number) * factor;
  const written = units.find((one) => one === named.toLowerCase());
  const unit = written ?? units.toReversed().find((one) => total >= (milliseconds[one] ?? 0)) ?? 'm';
  return { amount: total / (milliseconds[unit] ?? 1), unit };
}

export const writeDuration = ({ amount, unit }: Duration): string => `${amount}${unit}`;

export const lengthOf = (text: string): number => {
  const read = readDuration(text);
  return read ? read.amount * (milliseconds[read.unit] ?? 0) : Number.NaN;
};

const names: Readonly<Record<Unit, string>> = { m: 'minute', h: 'hour', d: 'day' };

/** Such as “1 day”, in the reader's language. */
export const inWords = ({ amount, unit }: Duration, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: names[unit], unitDisplay: 'long' }).format(amount);
