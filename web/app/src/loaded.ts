import type { WebPlugin } from '@pergola/plugin';
import { createContext } from 'react';

/** A plugin that is on, as `pm:listEnabledV2` tells of it. */
export interface EnabledPlugin {
  name: string;
  /** Address of its web part below the public path, where it did not come with the client. */
  module?: string;
}

/** What the client was started with. */
export interface Loaded {
  plugins: readonly WebPlugin[];
  /** What was on; null when that could not be asked. */
  enabled: readonly EnabledPlugin[] | null;
  /** Names of those whose web part could not be loaded. */
  failed: readonly string[];
  /** The server is not ready yet, or ends. */
  isWaiting: boolean;
}

export const LoadedContext = createContext<Loaded>({ plugins: [], enabled: null, failed: [], isWaiting: false });
