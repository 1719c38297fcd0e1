import { defineWebPlugin, msg } from '@pergola/plugin';
import { ApiIcon } from '@pergola/ui';
import { docPath, operationPath, snippet } from './paths';

export const apiDocPlugin = defineWebPlugin({
  name: 'api-doc',
  menu: [{ title: msg('API documentation'), path: docPath, area: 'settings', icon: ApiIcon, snippet }],
  // The page has what its reader may use, so that it is open to all.
  routes: [
    {
      path: 'settings/api-documentation',
      area: 'admin',
      load: async () => (await import('./pages/ApiDocPage')).ApiDocPage,
    },
  ],
  collectionLinks: [
    { title: msg('API'), icon: ApiIcon, pathOf: (collection, list) => operationPath(collection.name, 'list', list) },
  ],
  search: async (_api, t) => [
    { key: 'api-documentation', title: t('API documentation'), kind: t('Page'), path: docPath },
  ],
});
