import { defineWebPlugin, msg } from '@pergola/plugin';
import { KeyIcon } from '@pergola/ui';

export const environmentVariablesPlugin = defineWebPlugin({
  name: 'environment-variables',
  menu: [
    {
      title: msg('Variables'),
      path: '/admin/settings/variables',
      area: 'settings',
      icon: KeyIcon,
      snippet: 'pm.environment-variables',
    },
  ],
  routes: [
    { path: 'settings/variables', area: 'admin', load: async () => (await import('./pages/VariablesPage')).VariablesPage },
  ],
});
