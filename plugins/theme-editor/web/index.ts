import { defineWebPlugin, msg } from '@pergola/plugin';
import { PaletteIcon } from '@pergola/ui';
import { lazy } from 'react';

export const themeEditorPlugin = defineWebPlugin({
  name: 'theme-editor',
  menu: [
    {
      title: msg('Themes'),
      path: '/admin/settings/themes',
      area: 'settings',
      icon: PaletteIcon,
      snippet: 'pm.theme-editor.themes',
    },
    { title: msg('Look'), path: '/admin/look', area: 'personal', icon: PaletteIcon },
  ],
  routes: [
    { path: 'settings/themes', area: 'admin', load: async () => (await import('./pages/ThemesPage')).ThemesPage },
    { path: 'look', area: 'admin', load: async () => (await import('./pages/LookPage')).LookPage },
  ],
  Overlay: lazy(async () => ({ default: (await import('./apply/ApplyTheme')).ApplyTheme })),
});
