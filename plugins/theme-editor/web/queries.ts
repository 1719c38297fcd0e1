import type { User } from '@pergola/api';
import { currentUserKey, useApi, useCurrentUser } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';
import type { Theme } from './theme';

export const themesKey = ['themeConfig'];
export { currentUserKey };

export function useThemes() {
  const api = useApi();
  return useQuery({
    queryKey: themesKey,
    queryFn: async ({ signal }) =>
      (await api.get<Theme[]>('themeConfig:list', { params: { paginate: false, sort: 'id' }, signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

type WithSettings = User & { systemSettings?: { themeId?: number | string | null } | null };

/** Undefined until it is known who is signed in. */
export function useChosenTheme(): number | null | undefined {
  const user = useCurrentUser() as WithSettings | undefined;
  if (!user) {
    return undefined;
  }
  const id = user.systemSettings?.themeId;
  return id === null || id === undefined ? null : Number(id);
}
