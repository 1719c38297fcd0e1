import type { PluginRoute, WebPlugin } from '@pergola/plugin';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { FailedPage } from './FailedPage';
import { page } from './page';
import { SignedIn } from './SignedIn';

const toRoute = (route: PluginRoute): RouteObject => ({
  path: route.path,
  lazy: async () => ({ Component: await route.load() }),
  ErrorBoundary: FailedPage,
});

export function createRouter(plugins: readonly WebPlugin[]) {
  const routes = plugins.flatMap((plugin) => plugin.routes ?? []);
  const inArea = (area: PluginRoute['area']) => routes.filter((route) => route.area === area).map(toRoute);
  return createBrowserRouter(
    [
      {
        HydrateFallback: () => null,
        ErrorBoundary: FailedPage,
        children: [
          { index: true, element: <Navigate to="/admin" replace /> },
          ...inArea('public'),
          {
            path: 'admin',
            Component: SignedIn,
            children: [
              {
                lazy: async () => ({ Component: (await import('./shell/Shell')).Shell }),
                children: [
                  ...inArea('admin'),
                  {
                    path: 'settings',
                    lazy: async () => ({ Component: (await import('./SettingsStart')).SettingsStart }),
                  },
                  { path: '*', lazy: async () => ({ Component: (await import('./MissingPage')).MissingPage }) },
                ],
              },
            ],
          },
          { path: '*', lazy: async () => ({ Component: (await import('./MissingPage')).MissingPage }) },
        ],
      },
    ],
    { basename: page.root || '/' },
  );
}
