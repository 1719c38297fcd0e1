import { defineWebPlugin, msg } from '@pergola/plugin';
import { MenuIcon } from '@pergola/ui';
import { lazy } from 'react';
import { menuPath, snippet } from './paths';

export const uiLayoutPlugin = defineWebPlugin({
  name: 'ui-layout',
  menu: [{ title: msg('Menu'), path: menuPath, area: 'settings', icon: MenuIcon, snippet }],
  routes: [{ path: 'settings/menu', area: 'admin', load: async () => (await import('./pages/MenuPage')).MenuPage }],
  MenuSection: lazy(async () => ({ default: (await import('./shell/OwnMenu')).OwnMenu })),
  roleTabs: [
    {
      key: 'menu',
      title: msg('Menu'),
      snippet,
      Content: lazy(async () => ({ default: (await import('./role/MenuTab')).MenuTab })),
    },
  ],
});
