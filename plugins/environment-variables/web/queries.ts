import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';
import type { Variable } from './model/variable';

export const variablesKey = ['environmentVariables'];

/** All variables by name. */
export function useVariables() {
  const api = useApi();
  return useQuery({
    queryKey: variablesKey,
    queryFn: async ({ signal }) => (await api.get<Variable[]>('environmentVariables:list', { signal })).data,
  });
}
