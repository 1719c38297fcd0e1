import { createContext, useContext } from 'react';
import type { WebPlugin } from './webPlugin';

export const PluginsContext = createContext<readonly WebPlugin[]>([]);

/** All plugins, for a screen that others add parts to. */
export const usePlugins = (): readonly WebPlugin[] => useContext(PluginsContext);
