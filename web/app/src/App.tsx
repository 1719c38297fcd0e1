import type { Client } from '@pergola/api';
import { ApiContext, LanguageContext, PluginsContext } from '@pergola/plugin';
import { usePaint } from '@pergola/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router';
import { AppName } from './AppName';
import { chooseLanguage } from './language';
import { LoadedContext, type Loaded } from './loaded';
import { createRouter } from './routes';

const createQueries = () =>
  new QueryClient({
    defaultOptions: {
      // The API client tries again by itself, and says at once when there is no connection.
      queries: { retry: false, networkMode: 'always', staleTime: 10_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

export function App({ client, loaded }: { client: Client; loaded: Loaded }) {
  const [router] = useState(() => createRouter(loaded.plugins));
  const [queries] = useState(createQueries);
  usePaint();

  // What one person has seen is not for the next.
  useEffect(
    () => client.session.subscribe(() => client.session.state === 'signedOut' && queries.clear()),
    [client, queries],
  );

  return (
    <ApiContext value={client}>
      <LanguageContext value={chooseLanguage}>
        <PluginsContext value={loaded.plugins}>
          <LoadedContext value={loaded}>
            <QueryClientProvider client={queries}>
              <AppName>
                <RouterProvider router={router} />
              </AppName>
            </QueryClientProvider>
          </LoadedContext>
        </PluginsContext>
      </LanguageContext>
    </ApiContext>
  );
}
