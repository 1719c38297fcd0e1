/** Red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

/** A colour as `#abc`, `#aabbcc` or `rgb(1, 2, 3)`; null for anything else. */
export function parseColor(text: string): Rgb | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
  }
  const parts = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/i.exec(text.trim());
  const rgb = parts?.slice(1).map(Number);
  return rgb?.every((part) => part <= 255) ? (rgb as unknown as Rgb) : null;
}

const hexOf = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** A colour in the form that everything here understands; null when it is none. */
export function plainColor(text: unknown): string | null {
  const rgb = typeof text === 'string' ? parseColor(text) : null;
  return rgb && hexOf(rgb);
}

/** So much of the second colour in the first, 0 to 1. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [parseColor(first), parseColor(second)];
  return a && b ? hexOf(a.map((part, index) => part + ((b[index] ?? part) - part) * share) as unknown as Rgb) : first;
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How well one colour is read on the other, 1 to 21; 4.5 is enough for text. */
export function contrast(first: string, second: string): number {
  const [a, b] = [parseColor(first), parseColor(second)];
  if (!a || !b) {
    return 21;
  }
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const enoughContrast = 4.5;

/** The colour, as far towards black or white as it takes to be read on the ground. */
export function readableOn(ground: string, color: string): string {
  const towards = contrast(ground, '#ffffff') > contrast(ground, '#000000') ? '#ffffff' : '#000000';
  for (let share = 0; share <= 1; share += 0.05) {
    const moved = mix(color, towards, share);
    if (contrast(moved, ground) >= enoughContrast) {
      return moved;
    }
  }
  return towards;
}

/** Black or white, whichever is read better on the colour. */
export const textOn = (color: string, dark = '#10231a'): string =>
  contrast(color, '#ffffff') >= contrast(color, dark) ? '#ffffff' : dark;
