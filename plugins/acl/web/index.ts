import { defineWebPlugin, msg } from '@pergola/plugin';
import { RolesIcon } from '@pergola/ui';
import { rolesPath } from './paths';

export const aclPlugin = defineWebPlugin({
  name: 'acl',
  menu: [
    { title: msg('Roles'), path: rolesPath, area: 'settings', icon: RolesIcon, snippet: 'pm.acl.roles' },
  ],
  routes: [
    {
      path: 'settings/roles/:role?/:tab?',
      area: 'admin',
      load: async () => (await import('./pages/RolesPage')).RolesPage,
    },
  ],
});
