import type { Filter, User } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

export const peopleKey = (role: string) => ['roles', role, 'people'];
export const pageSize = 20;

/** What a name is made of. */
type Person = Pick<User, 'id' | 'nickname' | 'username'> & Partial<Pick<User, 'email' | 'phone'>>;

export const nameOf = (user: Person): string =>
  user.nickname || user.username || user.email || user.phone || String(user.id);

export const secondName = (user: User): string =>
  [user.username, user.email].filter((name) => name && name !== nameOf(user)).join(' · ');

/** Whose name, or what they sign in with, has the text in it. */
export const searched = (text: string): Filter | undefined =>
  text.trim()
    ? { $or: ['nickname', 'username', 'email', 'phone'].map((field) => ({ [field]: { $includes: text.trim() } })) }
    : undefined;

/** One page of those who have the role. */
export function usePeople(role: string, search: string, page: number) {
  const api = useApi();
  return useQuery({
    queryKey: [...peopleKey(role), search, page],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { filter: searched(search), sort: ['id'], page, pageSize };
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
      const params = { filter: searched(search), appends: ['roles'], sort: ['id'], pageSize };
      return (await api.get<User[]>('users:list', { params, signal })).data;
    },
    select: (users) => users.filter((user) => !user.roles?.some((one) => one.name === role)),
  });
}
