import type { User } from '@pergola/api';
import { peoplePerPage, useApi, withName } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

export const peopleKey = (role: string) => ['roles', role, 'people'];

/** One page of those who have the role. */
export function usePeople(role: string, search: string, page: number) {
  const api = useApi();
  return useQuery({
    queryKey: [...peopleKey(role), search, page],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { filter: withName(search), sort: ['id'], page, pageSize: peoplePerPage };
      const { data, meta } = await api.get<User[]>(`roles/${encodeURIComponent(role)}/users:list`, { params, signal });
      return { users: data, count: meta?.count ?? data.length };
    },
  });
}

/** People who may be given the role, found by a part of their name. */
export function useCandidates(role: string, search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['users', 'candidates', search],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { filter: withName(search), appends: ['roles'], sort: ['id'], pageSize: peoplePerPage };
      return (await api.get<User[]>('users:list', { params, signal })).data;
    },
    select: (users) => users.filter((user) => !user.roles?.some((one) => one.name === role)),
  });
}
