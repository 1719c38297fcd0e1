import { defineWebPlugin, msg, type PaletteItem } from '@pergola/plugin';
import { DatabaseIcon, HomeIcon } from '@pergola/ui';
import { lazy } from 'react';
import { loadCollections } from './collectionsQuery';
import { collectionsPath } from './paths';

export const collectionsPlugin = defineWebPlugin({
  name: 'collections',
  menu: [
    { title: msg('Start'), path: '/admin', area: 'main', icon: HomeIcon },
    { title: msg('Collections'), path: collectionsPath, area: 'settings', icon: DatabaseIcon },
  ],
  routes: [
    { path: '', area: 'admin', load: async () => (await import('./pages/HomePage')).HomePage },
    {
      path: 'settings/data-source-manager/main/collections',
      area: 'admin',
      load: async () => (await import('./pages/CollectionsPage')).CollectionsPage,
    },
    {
      path: 'settings/data-source-manager/main/collections/diagram',
      area: 'admin',
      load: async () => (await import('./diagram/DiagramPage')).DiagramPage,
    },
    {
      path: 'settings/data-source-manager/main/collections/:collection/fields',
      area: 'admin',
      load: async () => (await import('./pages/FieldsPage')).FieldsPage,
    },
    { path: 'data/:collection', area: 'admin', load: async () => (await import('./pages/RecordsPage')).RecordsPage },
  ],
  MenuSection: lazy(async () => ({ default: (await import('./components/CollectionMenu')).CollectionMenu })),
  search: async (api, t, signal) =>
    (await loadCollections(api, signal)).flatMap((collection): PaletteItem[] => {
      const title = t(collection.title || collection.name);
      return [
        { key: `data:${collection.name}`, title, kind: t('Collection'), path: `/admin/data/${collection.name}` },
        {
          key: `fields:${collection.name}`,
          title: `${title}: ${t('Fields')}`,
          kind: t('Settings'),
          path: `${collectionsPath}/${collection.name}/fields`,
        },
      ];
    }),
});
