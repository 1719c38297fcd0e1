import { mayOpen, useRights, type MenuEntry } from '@pergola/plugin';
import { useMemo } from 'react';
import { plugins } from '../plugins';

const entries = plugins.flatMap((plugin) => plugin.menu ?? []);

/** The entries of the plugins that the person at the screen may open. */
export function useMenu(area: MenuEntry['area']): MenuEntry[] {
  const rights = useRights();
  return useMemo(
    () => entries.filter((entry) => entry.area === area && mayOpen(rights, entry.snippet)),
    [area, rights],
  );
}
