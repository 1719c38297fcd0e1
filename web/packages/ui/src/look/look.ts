import type { Mode } from '../tokens';
import { plainColor } from './color';

/** A theme object of Ant Design, as themes are stored and exchanged. */
export interface ThemeJson {
  name: string;
  algorithm?: string | string[];
  token?: Record<string, unknown>;
  components?: Record<string, unknown>;
}

/** What of a theme goes on top of the product's own colours. */
export interface Look {
  /** Which page its grounds and texts were chosen for. */
  mode: Mode;
  isCompact: boolean;
  accent?: string;
  surface0?: string;
  surface1?: string;
  text1?: string;
  success?: string;
  warning?: string;
  danger?: string;
  info?: string;
  radius?: number;
  fontSize?: number;
}

/** Our names for Ant Design's. */
export const tokenNames = {
  accent: 'colorPrimary',
  surface0: 'colorBgLayout',
  surface1: 'colorBgContainer',
  text1: 'colorText',
  success: 'colorSuccess',
  warning: 'colorWarning',
  danger: 'colorError',
  info: 'colorInfo',
} as const;

export type LookColor = keyof typeof tokenNames;

export const lookColors = Object.keys(tokenNames) as LookColor[];
export const radii = { least: 0, most: 16 } as const;
export const fontSizes = { least: 12, most: 18 } as const;

const algorithmsOf = ({ algorithm }: ThemeJson): string[] => [algorithm ?? []].flat();

const within = (value: unknown, { least, most }: { least: number; most: number }) =>
  typeof value === 'number' && value >= least && value <= most ? value : undefined;

/** What is understood of a theme; whatever else it holds stays where it is. */
export function lookOf(theme: ThemeJson): Look {
  const algorithms = algorithmsOf(theme);
  const token = theme.token ?? {};
  const look: Look = {
    mode: algorithms.includes('darkAlgorithm') ? 'dark' : 'light',
    isCompact: algorithms.includes('compactAlgorithm'),
  };
  for (const name of lookColors) {
    const color = plainColor(token[tokenNames[name]]);
    if (color) {
      look[name] = color;
    }
  }
  const radius = within(token['borderRadius'], radii);
  const fontSize = within(token['fontSize'], fontSizes);
  return { ...look, ...(radius !== undefined && { radius }), ...(fontSize !== undefined && { fontSize }) };
}

/** The theme with what was changed of its look; everything else in it is kept. */
export function withLook(theme: ThemeJson, look: Look): ThemeJson {
  const token = { ...theme.token };
  const put = (name: string, value: unknown) => {
    if (value === undefined) {
      delete token[name];
    } else {
      token[name] = value;
    }
  };
  for (const name of lookColors) {
    put(tokenNames[name], look[name]);
  }
  put('borderRadius', look.radius);
  put('fontSize', look.fontSize);
  const algorithm = [
    ...(look.isCompact ? ['compactAlgorithm'] : []),
    ...(look.mode === 'dark' ? ['darkAlgorithm'] : []),
  ];
  const { algorithm: _, token: __, ...rest } = theme;
  return {
    ...rest,
    ...(algorithm.length > 0 && { algorithm }),
    ...(Object.keys(token).length > 0 && { token }),
  };
}
