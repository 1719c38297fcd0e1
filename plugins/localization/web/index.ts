import { defineWebPlugin, msg } from '@pergola/plugin';
import { LanguageIcon } from '@pergola/ui';

export const localizationPlugin = defineWebPlugin({
  name: 'localization',
  menu: [
    {
      title: msg('Texts'),
      path: '/admin/settings/texts',
      area: 'settings',
      icon: LanguageIcon,
      snippet: 'pm.localization.localization',
    },
  ],
  routes: [{ path: 'settings/texts', area: 'admin', load: async () => (await import('./pages/TextsPage')).TextsPage }],
});
