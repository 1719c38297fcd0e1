import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const prefix = 'virtual:locale/';

/** The folders with texts: the shell's, the shared packages' and the plugins'. */
export function localeFolders(root: string): string[] {
  const below = (folder: string) => readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'locales'));
  return [join(root, 'web/app/locales'), ...below('web/packages'), ...below('plugins')].filter((folder) =>
    existsSync(folder),
  );
}

/** All texts of one language, or of the file of one folder. */
export function readLocale(folders: readonly string[], language: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const folder of folders) {
    const file = join(folder, `${language}.json`);
    if (existsSync(file)) {
      Object.assign(texts, JSON.parse(readFileSync(file, 'utf8')));
    }
  }
  return texts;
}

/** `virtual:locale/sv-SE` is one module with the texts of all folders, so that a language costs one request. */
export function locales(root: string): Plugin {
  return {
    name: 'pergola-locales',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) {
        return undefined;
      }
      const folders = localeFolders(root);
      const language = id.slice(prefix.length + 1);
      for (const folder of folders) {
        this.addWatchFile(join(folder, `${language}.json`));
      }
      return `export const texts = ${JSON.stringify(readLocale(folders, language))};`;
    },
  };
}
