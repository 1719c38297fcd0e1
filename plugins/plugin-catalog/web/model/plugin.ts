import { msg } from '@pergola/plugin';

/** A plugin as `pm:list` tells of it. */
export interface ListedPlugin {
  name: string;
  packageName: string;
  version: string;
  enabled: boolean;
  keywords?: readonly string[];
  homepage?: string | null;
  displayName: string;
  description: string;
  removable: boolean;
  packageJson: { pergola: PluginFacts };
}

export interface PluginFacts {
  presence: 'switchable' | 'always-on' | 'name-only';
  origin: 'built-in' | 'package' | 'development' | 'node' | 'none';
  needs: readonly string[];
  deprecated: boolean;
  authors: string | null;
  hash: string | null;
  error: string | null;
}

export const factsOf = (plugin: ListedPlugin): PluginFacts => plugin.packageJson.pergola;

export const originTitles: Readonly<Record<PluginFacts['origin'], string>> = {
  'built-in': msg('Part of Pergola'),
  package: msg('Installed package'),
  development: msg('Folder of a developer'),
  node: msg('Package for NocoBase'),
  none: msg('Not in this version'),
};

/** In one word; what is not here is neither on nor off. */
export function stateOf(plugin: ListedPlugin): string {
  if (factsOf(plugin).presence === 'name-only') {
    return originTitles[factsOf(plugin).origin];
  }
  return plugin.enabled ? msg('On') : msg('Off');
}

/** Why there is no switch. */
export const fixedReasons: Readonly<Record<'always-on' | 'name-only', string>> = {
  'always-on': msg('Always on: the rest of Pergola needs it.'),
  'name-only': msg('Not in this version. Its state is kept for NocoBase on the same database.'),
};

/** Addresses of pages only, so that no other kind hides behind the link. */
export const homepageOf = ({ homepage }: ListedPlugin): string | null =>
  homepage && /^https?:\/\//i.test(homepage) ? homepage : null;
