import type { User } from '@pergola/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';

export const currentUserKey = ['auth:check'];

/** Who is signed in. */
export function useCurrentUser(): User | undefined {
  const api = useApi();
  return useQuery({
    queryKey: currentUserKey,
    queryFn: async ({ signal }) => (await api.get<User>('auth:check', { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
