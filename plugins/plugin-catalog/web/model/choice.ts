import { msg } from '@pergola/plugin';
import { factsOf, type ListedPlugin } from './plugin';

export type Choice = 'all' | 'on' | 'off' | 'packages' | 'errors' | 'absent';

interface Chosen {
  title: string;
  fits: (plugin: ListedPlugin) => boolean;
}

const isAbsent = (plugin: ListedPlugin) => factsOf(plugin).presence === 'name-only';

/** What can be looked at. Names of plugins that are not here are looked at by themselves. */
export const choices: Readonly<Record<Choice, Chosen>> = {
  all: { title: msg('All'), fits: (plugin) => !isAbsent(plugin) },
  on: { title: msg('On'), fits: (plugin) => !isAbsent(plugin) && plugin.enabled },
  off: { title: msg('Off'), fits: (plugin) => !isAbsent(plugin) && !plugin.enabled },
  packages: { title: msg('Installed packages'), fits: (plugin) => factsOf(plugin).origin === 'package' },
  errors: { title: msg('With errors'), fits: (plugin) => factsOf(plugin).error !== null },
  absent: { title: msg('Not in this version'), fits: isAbsent },
};

export const choiceOf = (text: string | null): Choice => (text && text in choices ? (text as Choice) : 'all');

/** Every word is somewhere in what the plugin says of itself. */
export function matches(plugin: ListedPlugin, search: string): boolean {
  const text = [plugin.displayName, plugin.name, plugin.packageName, plugin.description, ...(plugin.keywords ?? [])]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export interface PluginGroup {
  keyword: string;
  plugins: ListedPlugin[];
}

/** By their first keyword; what has none comes last. */
export function groupsOf(plugins: readonly ListedPlugin[]): PluginGroup[] {
  const groups = new Map<string, ListedPlugin[]>();
  for (const plugin of plugins) {
    const keyword = plugin.keywords?.[0] ?? '';
    groups.set(keyword, [...(groups.get(keyword) ?? []), plugin]);
  }
  return [...groups]
    .map(([keyword, found]) => ({
      keyword,
      plugins: found.toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
    }))
    .toSorted((a, b) => Number(a.keyword === '') - Number(b.keyword === '') || a.keyword.localeCompare(b.keyword));
}
