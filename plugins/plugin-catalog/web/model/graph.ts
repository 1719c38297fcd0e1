import { factsOf, type ListedPlugin } from './plugin';

const isSwitchable = (plugin: ListedPlugin) => factsOf(plugin).presence === 'switchable';

type Next = (plugin: ListedPlugin) => readonly ListedPlugin[];

/** What a plugin needs that is there, itself left out. */
export const needsOf = (plugin: ListedPlugin, all: readonly ListedPlugin[]): ListedPlugin[] =>
  all.filter((other) => factsOf(plugin).needs.includes(other.name));

/** Names of what it needs that is not there at all. */
export const missingOf = (plugin: ListedPlugin, all: readonly ListedPlugin[]): string[] =>
  factsOf(plugin).needs.filter((name) => !all.some((other) => other.name === name));

export const neededBy = (plugin: ListedPlugin, all: readonly ListedPlugin[]): ListedPlugin[] =>
  all.filter((other) => factsOf(other).needs.includes(plugin.name));

/** What has to be switched on before it, near and far. */
export const alsoOn = (plugin: ListedPlugin, all: readonly ListedPlugin[]): ListedPlugin[] =>
  reached(plugin, (one) => needsOf(one, all)).filter((one) => isSwitchable(one) && !one.enabled);

/** What would no longer have what it needs, near and far. */
export const alsoOff = (plugin: ListedPlugin, all: readonly ListedPlugin[]): ListedPlugin[] =>
  reached(plugin, (one) => neededBy(one, all).filter((other) => isSwitchable(other) && other.enabled));

function reached(start: ListedPlugin, next: Next): ListedPlugin[] {
  const found = new Set<ListedPlugin>([start]);
  for (const plugin of found) {
    next(plugin).forEach((other) => found.add(other));
  }
  found.delete(start);
  return [...found];
}
