import { mayOpen, useRights, useWebPlugins, type MenuEntry } from '@pergola/plugin';
import { useMemo } from 'react';

/** The entries of the plugins that the person at the screen may open. */
export function useMenu(area: MenuEntry['area']): MenuEntry[] {
  const plugins = useWebPlugins();
  const rights = useRights();
  return useMemo(
    () =>
      plugins
        .flatMap((plugin) => plugin.menu ?? [])
        .filter((entry) => entry.area === area && mayOpen(rights, entry.snippet)),
    [plugins, area, rights],
  );
}
