import type { Client } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';
import { keyOf, type Route } from './model/routes';

export const routesKey = ['desktopRoutes'];
export const ownMenuKey = [...routesKey, 'own'];
export const ofRoleKey = (role: string) => [...routesKey, 'of role', role];
export const roleAddress = (role: string, action: string): string =>
  `roles/${encodeURIComponent(role)}/desktopRoutes:${action}`;

const none: Route[] = [];
const fields = ['id', 'parentId', 'title', 'type', 'options', 'hideInMenu', 'hidden'];

/** All entries there are, those beside each other in their order. */
export function useRoutes() {
  const api = useApi();
  const query = useQuery({
    queryKey: [...routesKey, 'all'],
    queryFn: async ({ signal }) => {
      const params = { paginate: false, sort: ['sort', 'id'], fields };
      return (await api.get<Route[]>('desktopRoutes:list', { params, signal })).data;
    },
  });
  return { ...query, routes: query.data ?? none };
}

const readLinked = async (api: Client, role: string, signal: AbortSignal): Promise<ReadonlySet<string>> => {
  const params = { paginate: false, fields: ['id'] };
  const { data } = await api.get<Route[]>(roleAddress(role, 'list'), { params, signal });
  return new Set(data.map(keyOf));
};

/** Keys of the entries a role is linked to. */
export function useLinked(role: string) {
  const api = useApi();
  return useQuery({ queryKey: ofRoleKey(role), queryFn: ({ signal }) => readLinked(api, role, signal) });
}

/** The entries that whoever is signed in sees. */
export function useOwnMenu(): Route[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ownMenuKey,
    queryFn: async ({ signal }) => {
      const params = { sort: ['sort', 'id'], fields };
      return (await api.get<Route[]>('desktopRoutes:listAccessible', { params, signal })).data;
    },
  });
  return data ?? none;
}
