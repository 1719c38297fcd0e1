import type { ListedPlugin, PluginFacts } from './plugin';

export const plugin = (
  name: string,
  facts: Partial<PluginFacts> = {},
  more: Partial<ListedPlugin> = {},
): ListedPlugin => ({
  name,
  packageName: `@nocobase/plugin-${name}`,
  version: '1.0.0',
  enabled: true,
  keywords: ['Others'],
  displayName: name.slice(0, 1).toUpperCase() + name.slice(1),
  description: `All about ${name}.`,
  removable: facts.origin === 'package',
  ...more,
  packageJson: {
    pergola: {
      presence: 'switchable',
      origin: 'built-in',
      needs: [],
      deprecated: false,
      authors: null,
      hash: null,
      error: null,
      ...facts,
    },
  },
});

/** Loans need books, fines need loans. */
export const library: readonly ListedPlugin[] = [
  plugin('users', { presence: 'always-on' }, { keywords: ['Users'] }),
  plugin('books', { needs: ['users'] }),
  plugin('loans', { needs: ['books'] }),
  plugin('fines', { needs: ['loans', 'users'] }),
  plugin('maps', { presence: 'name-only', origin: 'none' }, { enabled: false }),
  plugin(
    'greeting',
    { origin: 'package', error: 'Its hash is another', hash: 'abc123', authors: 'Somebody' },
    { enabled: false, packageName: 'Acme.Greeting', homepage: 'https://acme.example/greeting' },
  ),
];
