import { defineWebPlugin, msg } from '@pergola/plugin';
import { PersonIcon, RolesIcon } from '@pergola/ui';
import { checkPath, checkPathOf, rolesPath } from './paths';

const snippet = 'pm.acl.roles';

export const aclPlugin = defineWebPlugin({
  name: 'acl',
  menu: [
    { title: msg('Roles'), path: rolesPath, area: 'settings', icon: RolesIcon, snippet },
    { title: msg('Check rights'), path: checkPath, area: 'settings', icon: PersonIcon, snippet },
  ],
  routes: [
    {
      path: 'settings/roles/:role?/:tab?',
      area: 'admin',
      load: async () => (await import('./pages/RolesPage')).RolesPage,
    },
    {
      path: 'settings/check-rights',
      area: 'admin',
      load: async () => (await import('./pages/CheckRightsPage')).CheckRightsPage,
    },
  ],
  userLinks: [
    {
      title: msg('Check rights'),
      icon: RolesIcon,
      snippet,
      pathOf: (user) => checkPathOf({ user: String(user.id) }),
    },
  ],
});
