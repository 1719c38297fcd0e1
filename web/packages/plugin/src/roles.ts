import type { Role } from '@pergola/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';

export const rolesKey = ['roles'];
const none: Role[] = [];

/** All roles there are. */
export function useRoles() {
  const api = useApi();
  const query = useQuery({
    queryKey: rolesKey,
    queryFn: async ({ signal }) => {
      const params = { paginate: false, sort: ['sort'] };
      return (await api.get<Role[]>('roles:list', { params, signal })).data;
    },
  });
  return { ...query, roles: query.data ?? none };
}
