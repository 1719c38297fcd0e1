import type { CollectionDefinition } from '@pergola/api';
import { defineWebPlugin, msg, type PaletteItem } from '@pergola/plugin';
import { DatabaseIcon, HomeIcon } from '@pergola/ui';
import { lazy } from 'react';
import { isSystem, loadCollections } from './collectionsQuery';
import { examplePath } from './example/names';
import { collectionsPath } from './paths';

export const collectionsPlugin = defineWebPlugin({
  name: 'collections',
  menu: [
    { title: msg('Start'), path: '/admin', area: 'main', icon: HomeIcon },
    {
      title: msg('Collections'),
      path: collectionsPath,
      area: 'settings',
      icon: DatabaseIcon,
      snippet: 'pm.data-source-manager.data-source-main',
    },
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
    { path: 'data/:collection/api', area: 'admin', load: async () => (await import('./pages/ApiPage')).ApiPage },
    { path: 'example', area: 'admin', load: async () => (await import('./pages/ExamplePage')).ExamplePage },
  ],
  MenuSection: lazy(async () => ({ default: (await import('./components/CollectionMenu')).CollectionMenu })),
  search: async (api, t, signal) => {
    const collections = await loadCollections(api, signal);
    const found = collections
      .toSorted((a, b) => Number(isSystem(a)) - Number(isSystem(b)))
      .flatMap((collection) => itemsOf(collection, t));
    return [...found, { key: 'example', title: t('Example data'), kind: t('Page'), path: examplePath }];
  },
});

function itemsOf(collection: CollectionDefinition, t: (key: string) => string): PaletteItem[] {
  const title = t(collection.title || collection.name);
  const path = `/admin/data/${collection.name}`;
  return [
    { key: `data:${collection.name}`, title, kind: t('Collection'), path },
    {
      key: `fields:${collection.name}`,
      title: `${title}: ${t('Fields')}`,
      kind: t('Settings'),
      path: `${collectionsPath}/${collection.name}/fields`,
    },
    { key: `api:${collection.name}`, title: `${title}: ${t('API')}`, kind: t('Page'), path: `${path}/api` },
  ];
}
