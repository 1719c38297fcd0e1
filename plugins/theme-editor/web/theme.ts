import { lookOf, type Look, type ThemeJson } from '@pergola/ui';

export interface Theme {
  id: number;
  uid: string | null;
  config: ThemeJson;
  /** Whether people may choose it for themselves. */
  optional: boolean | null;
  isBuiltIn: boolean | null;
  default: boolean | null;
}

/** The built-in themes are the look of the product, whichever of them is chosen: it knows light, dark and density by itself. */
export const lookOfTheme = (theme: Theme | undefined): Look | null =>
  theme && !theme.isBuiltIn ? lookOf(theme.config) : null;

/** The one somebody sees: what they chose, while they may choose it, else the default. */
export const themeFor = (themes: readonly Theme[], chosen: number | null): Theme | undefined =>
  themes.find((theme) => theme.id === chosen && theme.optional) ?? themes.find((theme) => theme.default);

/** All that people made, after one that stands for the product's own look. */
export function choicesOf(themes: readonly Theme[]): { product: Theme | undefined; own: Theme[] } {
  const builtIn = themes.filter((theme) => theme.isBuiltIn);
  return {
    product: builtIn.find((theme) => theme.default) ?? builtIn.find((theme) => theme.uid === 'default') ?? builtIn[0],
    own: themes.filter((theme) => !theme.isBuiltIn),
  };
}
