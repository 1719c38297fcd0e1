import type { CollectionDefinition } from '@pergola/api';
import { defineWebPlugin, loadRights, mayOpen, msg, withinReach, type PaletteItem } from '@pergola/plugin';
import { DatabaseIcon, HomeIcon } from '@pergola/ui';
import { lazy } from 'react';
import { isSystem, loadCollections } from './collectionsQuery';
import { examplePath } from './example/names';
import { collectionsPath, designerSnippet, fieldsPath, recordsPath } from './paths';

export const collectionsPlugin = defineWebPlugin({
  name: 'collections',
  menu: [
    { title: msg('Start'), path: '/admin', area: 'main', icon: HomeIcon },
    {
      title: msg('Collections'),
      path: collectionsPath,
      area: 'settings',
      icon: DatabaseIcon,
      snippet: designerSnippet,
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
    { path: 'example', area: 'admin', load: async () => (await import('./pages/ExamplePage')).ExamplePage },
  ],
  MenuSection: lazy(async () => ({ default: (await import('./components/CollectionMenu')).CollectionMenu })),
  search: async (api, t, signal) => {
    const [collections, rights] = await Promise.all([loadCollections(api, signal), loadRights(api, signal)]);
    const isDesigner = mayOpen(rights, designerSnippet);
    const open = withinReach(collections, rights).toSorted((a, b) => Number(isSystem(a)) - Number(isSystem(b)));
    const example = { key: 'example', title: t('Example data'), kind: t('Page'), path: examplePath };
    return [
      ...open.map((collection) => recordItem(collection, t)),
      ...(isDesigner ? [...collections.map((collection) => fieldsItem(collection, t)), example] : []),
    ];
  },
});

const titleOf = (collection: CollectionDefinition, t: (key: string) => string) => t(collection.title || collection.name);

const recordItem = (collection: CollectionDefinition, t: (key: string) => string): PaletteItem => ({
  key: `data:${collection.name}`,
  title: titleOf(collection, t),
  kind: t('Collection'),
  path: recordsPath(collection.name),
});

const fieldsItem = (collection: CollectionDefinition, t: (key: string) => string): PaletteItem => ({
  key: `fields:${collection.name}`,
  title: `${titleOf(collection, t)}: ${t('Fields')}`,
  kind: t('Settings'),
  path: fieldsPath(collection.name),
});
