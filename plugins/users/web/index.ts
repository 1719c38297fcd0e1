import { defineWebPlugin, msg } from '@pergola/plugin';
import { PeopleIcon, PersonIcon } from '@pergola/ui';

export const usersPlugin = defineWebPlugin({
  name: 'users',
  menu: [
    { title: msg('Users'), path: '/admin/settings/users', area: 'settings', icon: PeopleIcon, snippet: 'pm.users' },
    { title: msg('Profile'), path: '/admin/profile', area: 'personal', icon: PersonIcon },
  ],
  routes: [
    { path: 'settings/users', area: 'admin', load: async () => (await import('./pages/UsersPage')).UsersPage },
    { path: 'profile', area: 'admin', load: async () => (await import('./pages/ProfilePage')).ProfilePage },
  ],
});
