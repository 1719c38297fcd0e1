import type { Client } from '@pergola/api';
import type { MenuEntry, WebPlugin } from '@pergola/plugin';
import type { EnabledPlugin, Loaded } from './loaded';
import { page } from './page';
import { plugins as builtIn } from './plugins';

/** How long the client waits for plugins before it starts without them. */
const patience = 8000;

type Import = (address: string) => Promise<{ default?: unknown }>;

const importModule: Import = (address) => import(/* @vite-ignore */ address);

/** The web parts of the plugins that are on. Whatever is wrong with them, the client starts. */
export async function loadPlugins(client: Client, load: Import = importModule): Promise<Loaded> {
  const enabled = await ask(client);
  if (enabled === null || enabled === notServing) {
    return { plugins: builtIn, enabled: null, failed: [], isWaiting: enabled === notServing };
  }
  const modules = enabled.filter(({ module }) => module !== undefined);
  const results = await Promise.allSettled(
    modules.map(async ({ module }) => checked((await within(load(page.root + module))).default)),
  );
  const failed = modules.filter((_, index) => results[index]?.status === 'rejected').map(({ name }) => name);
  for (const result of results) {
    if (result.status === 'rejected') {
      // For whoever writes the plugin, and looks into the console.
      reportError(result.reason);
    }
  }
  const brought = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const own = builtIn.filter(({ name }) => enabled.some((plugin) => plugin.name === name));
  return { plugins: [...own, ...brought], enabled, failed, isWaiting: false };
}

const notServing = 'notServing';

async function ask(client: Client): Promise<EnabledPlugin[] | typeof notServing | null> {
  try {
    const options = { isAnonymous: true, signal: AbortSignal.timeout(patience) };
    return (await client.get<EnabledPlugin[]>('pm:listEnabledV2', options)).data;
  } catch {
    // What else is wrong is said where people see it, once there is a page.
    return client.connection.isLost ? notServing : null;
  }
}

/** A module may wait for something that never comes. */
const within = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('The module of a plugin did not load in time.')), patience);
    }),
  ]);

function checked(value: unknown): WebPlugin {
  const plugin = value as WebPlugin | null | undefined;
  if (
    typeof plugin !== 'object' ||
    typeof plugin?.name !== 'string' ||
    !isList(plugin.routes) ||
    !isList(plugin.menu) ||
    plugin.menu?.some(lacksIcon)
  ) {
    throw new TypeError('The module of a plugin does not export a web plugin as its default.');
  }
  return plugin;
}

const isList = (value: unknown): boolean => value === undefined || Array.isArray(value);

const lacksIcon = (entry: MenuEntry): boolean =>
  typeof entry.title !== 'string' || typeof entry.path !== 'string' || !entry.icon;
