import type { ThemeJson } from '@pergola/ui';

const longestFile = 65_536;

/** The theme as other tools for Ant Design read it. */
export function themeFile(theme: ThemeJson): { name: string; content: Blob } {
  const name = theme.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'theme';
  return { name: `${name}.json`, content: new Blob([JSON.stringify(theme, null, 2)], { type: 'application/json' }) };
}

/** A theme out of a file; null when it is none. A file without a name takes that of the file. */
export function readTheme(text: string, fileName: string): ThemeJson | null {
  if (text.length > longestFile) {
    return null;
  }
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) {
      return null;
    }
    const theme = read as Partial<ThemeJson>;
    const isTheme = [theme.token, theme.components].every((part) => part === undefined || isRecord(part));
    const name = typeof theme.name === 'string' && theme.name.trim() ? theme.name : fileName.replace(/\.json$/i, '');
    return isTheme ? { ...theme, name } : null;
  } catch {
    return null;
  }
}

const isRecord = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part);
