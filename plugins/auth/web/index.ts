import { defineWebPlugin, msg } from '@pergola/plugin';
import { DevicesIcon, KeyIcon, LockIcon } from '@pergola/ui';
import { lazy } from 'react';

export const authPlugin = defineWebPlugin({
  name: 'auth',
  menu: [
    {
      title: msg('Security'),
      path: '/admin/settings/security',
      area: 'settings',
      icon: LockIcon,
      snippet: 'pm.security.token-policy',
    },
    { title: msg('Change password'), path: '/admin/password', area: 'personal', icon: LockIcon },
    { title: msg('Sessions'), path: '/admin/sessions', area: 'personal', icon: DevicesIcon },
    {
      title: msg('API keys'),
      path: '/admin/api-keys',
      area: 'personal',
      icon: KeyIcon,
      snippet: 'pm.api-keys.configuration',
    },
  ],
  routes: [
    { path: 'signin', area: 'public', load: async () => (await import('./pages/SignInPage')).SignInPage },
    { path: 'signup', area: 'public', load: async () => (await import('./pages/SignUpPage')).SignUpPage },
    { path: 'password', area: 'admin', load: async () => (await import('./pages/PasswordPage')).PasswordPage },
    { path: 'api-keys', area: 'admin', load: async () => (await import('./pages/ApiKeysPage')).ApiKeysPage },
    { path: 'sessions', area: 'admin', load: async () => (await import('./pages/SessionsPage')).SessionsPage },
    { path: 'settings/security', area: 'admin', load: async () => (await import('./pages/SecurityPage')).SecurityPage },
  ],
  Overlay: lazy(async () => ({ default: (await import('./components/SignInAgain')).SignInAgain })),
});
