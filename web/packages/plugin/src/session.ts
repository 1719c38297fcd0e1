import type { User } from '@pergola/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';

export const currentUserKey = ['auth:check'];

/** The query for who is signed in. */
export function useSession() {
  const api = useApi();
  return useQuery({
    queryKey: currentUserKey,
    queryFn: async ({ signal }) => (await api.get<User>('auth:check', { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Who is signed in. */
export const useCurrentUser = (): User | undefined => useSession().data;
