import { defineWebPlugin } from '@pergola/plugin';
import { lazy } from 'react';

export const authPlugin = defineWebPlugin({
  name: 'auth',
  routes: [{ path: 'signin', area: 'public', load: async () => (await import('./pages/SignInPage')).SignInPage }],
  Overlay: lazy(async () => ({ default: (await import('./components/SignInAgain')).SignInAgain })),
});
