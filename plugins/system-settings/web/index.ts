import { defineWebPlugin, msg } from '@pergola/plugin';
import { SettingsIcon } from '@pergola/ui';

export const systemSettingsPlugin = defineWebPlugin({
  name: 'system-settings',
  menu: [
    {
      title: msg('System'),
      path: '/admin/settings/system',
      area: 'settings',
      icon: SettingsIcon,
      snippet: 'pm.system-settings.system-settings',
    },
  ],
  routes: [
    {
      path: 'settings/system',
      area: 'admin',
      load: async () => (await import('./pages/SystemSettingsPage')).SystemSettingsPage,
    },
  ],
});
