import { createContext, useContext, useMemo } from 'react';
import { mayOpen, useRights } from './rights';
import type { CollectionLink, CollectionSwitch, RecordPart, RoleTab, UserLink, UserPart, WebPlugin } from './webPlugin';

/** The plugins there are, for those whose screens others add to. */
export const PluginsContext = createContext<readonly WebPlugin[]>([]);

/** The plugins whose web parts are loaded. */
export const useWebPlugins = (): readonly WebPlugin[] => useContext(PluginsContext);

/** What plugins add to the drawer of a record, for the person at the screen. */
export const useRecordParts = (): RecordPart[] => useOpenParts(recordParts);

/** What plugins add to the page of a role, for the person at the screen. */
export const useRoleTabs = (): RoleTab[] => useOpenParts(roleTabs);

/** What plugins add to the form of a user, for the person at the screen. */
export const useUserParts = (): UserPart[] => useOpenParts(userParts);

/** Pages of plugins about a user, for the person at the screen. */
export const useUserLinks = (): UserLink[] => useOpenParts(userLinks);

/** Pages of plugins about the records of a collection, for the person at the screen. */
export const useCollectionLinks = (): CollectionLink[] => useOpenParts(collectionLinks);

/** What plugins add to the settings of a collection. */
export function useCollectionSwitches(): CollectionSwitch[] {
  const plugins = useContext(PluginsContext);
  return useMemo(() => plugins.flatMap((plugin) => plugin.collectionSwitches ?? []), [plugins]);
}

const collectionLinks = (plugin: WebPlugin) => plugin.collectionLinks;
const recordParts = (plugin: WebPlugin) => plugin.recordParts;
const roleTabs = (plugin: WebPlugin) => plugin.roleTabs;
const userLinks = (plugin: WebPlugin) => plugin.userLinks;
const userParts = (plugin: WebPlugin) => plugin.userPart && [plugin.userPart];

function useOpenParts<T extends { snippet?: string }>(of: (plugin: WebPlugin) => readonly T[] | undefined): T[] {
  const plugins = useContext(PluginsContext);
  const rights = useRights();
  return useMemo(
    () => plugins.flatMap((plugin) => of(plugin) ?? []).filter((part) => mayOpen(rights, part.snippet)),
    [plugins, rights, of],
  );
}
