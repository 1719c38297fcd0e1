import { createContext, useContext, useMemo } from 'react';
import { mayOpen, useRights } from './rights';
import type { CollectionSwitch, RecordPart, WebPlugin } from './webPlugin';

/** The plugins there are, for those whose screens others add to. */
export const PluginsContext = createContext<readonly WebPlugin[]>([]);

/** What plugins add to the drawer of a record, for the person at the screen. */
export function useRecordParts(): RecordPart[] {
  const plugins = useContext(PluginsContext);
  const rights = useRights();
  return useMemo(
    () => plugins.flatMap((plugin) => plugin.recordParts ?? []).filter((part) => mayOpen(rights, part.snippet)),
    [plugins, rights],
  );
}

/** What plugins add to the settings of a collection. */
export function useCollectionSwitches(): CollectionSwitch[] {
  const plugins = useContext(PluginsContext);
  return useMemo(() => plugins.flatMap((plugin) => plugin.collectionSwitches ?? []), [plugins]);
}
