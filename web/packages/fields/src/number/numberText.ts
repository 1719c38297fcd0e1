/** Numbers travel as numbers while that loses nothing, else as the text that was typed. */
export function toWire(text: string | number | null): string | number | null {
  if (text === null || text === '') {
    return null;
  }
  const number = Number(text);
  return String(number) === String(text) ? number : String(text);
}

/** Grouped as the reader is used to; digits are never rounded away. */
export function toReader(value: unknown, language: string): string {
  const text = String(value);
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) {
    return text;
  }
  const [, whole = '', fraction] = match;
  const { format, point } = writingOf(language);
  const grouped = format.format(BigInt(whole));
  const sign = whole === '-0' ? '-' : '';
  return fraction === undefined ? grouped : `${sign}${grouped}${point}${fraction}`;
}

interface Writing {
  format: Intl.NumberFormat;
  point: string;
}

const known = new Map<string, Writing>();

/** Made once for a language, since making it is what takes time. */
function writingOf(language: string): Writing {
  let writing = known.get(language);
  if (writing === undefined) {
    const format = new Intl.NumberFormat(language, { useGrouping: 'min2' });
    const point = format.formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.';
    writing = { format, point };
    known.set(language, writing);
  }
  return writing;
}

/** 0.25 is shown as 25; the point moves in the text, so that nothing is rounded. */
export function shiftPoint(value: unknown, places: number): string {
  const number = Number(value);
  return String(Number(number.toPrecision(15)) === 0 ? 0 : Number(`${number.toPrecision(15)}e${places}`));
}
