import { defineWebPlugin, msg } from '@pergola/plugin';
import { PluginsIcon } from '@pergola/ui';

export const pluginCatalogPlugin = defineWebPlugin({
  name: 'plugin-catalog',
  menu: [{ title: msg('Plugins'), path: '/admin/settings/plugins', area: 'settings', icon: PluginsIcon, snippet: 'pm' }],
  routes: [
    { path: 'settings/plugins', area: 'admin', load: async () => (await import('./pages/PluginsPage')).PluginsPage },
  ],
});
