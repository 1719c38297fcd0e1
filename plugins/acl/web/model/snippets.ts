import { isGranted } from '@pergola/plugin';

/** Everything that belongs to the settings, also what is added later. */
export const allSettings = 'pm.*';

/** Whether a role has exactly this, such as `ui.*`, and nothing that takes it away. */
export const hasSnippet = (snippets: readonly string[], name: string): boolean =>
  snippets.includes(name) && !snippets.includes(`!${name}`);

/** The list with something granted or denied as a whole. */
export function withSnippet(snippets: readonly string[], name: string, isOn: boolean): string[] {
  const others = snippets.filter((entry) => entry !== name && entry !== `!${name}`);
  // Single pages are said anew by the whole they belong to.
  const kept = name === allSettings ? others.filter((entry) => !isPage(entry)) : others;
  return [...kept, isOn ? name : `!${name}`];
}

/** The list with one page of the settings granted or denied. */
export function withPage(snippets: readonly string[], page: string, isOn: boolean): string[] {
  const others = snippets.filter((entry) => entry !== page && entry !== `!${page}`);
  if (hasSnippet(snippets, allSettings)) {
    return isOn ? others : [...others, `!${page}`];
  }
  // A denial of all would win over the page that is granted, and without one nothing but the granted is allowed.
  const open = others.filter((entry) => entry !== `!${allSettings}`);
  const changed = isOn ? [...open, page] : open;
  return changed.some((entry) => isPage(entry) && !entry.startsWith('!')) ? changed : [...changed, `!${allSettings}`];
}

export const hasPage = (snippets: readonly string[], page: string): boolean => isGranted(snippets, page);

/** How many of the pages are open. */
export const countPages = (snippets: readonly string[], pages: readonly string[]): number =>
  pages.filter((page) => hasPage(snippets, page)).length;

/** One page of the settings, granted or denied; not all of them. */
const isPage = (entry: string): boolean => /^!?pm\.[^*]+$/.test(entry);
