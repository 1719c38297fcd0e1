import { useApi } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListedPlugin } from './model/plugin';

export const pluginsKey = ['pm'];

export interface FeedPackage {
  packageName: string;
  version: string;
  title: string | null;
  description: string | null;
  authors: string | null;
}

export interface Feed {
  isThere: boolean;
  allowsAdding: boolean;
  packages: readonly FeedPackage[];
}

export function usePlugins() {
  const api = useApi();
  return useQuery({
    queryKey: [...pluginsKey, 'list'],
    queryFn: async ({ signal }) => (await api.get<ListedPlugin[]>('pm:list', { signal })).data,
  });
}

/** Packages of the feed that fit some words. */
export function useFeed(keyword: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...pluginsKey, 'feed', keyword],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await api.get<Feed>('pm:feed', { params: { keyword }, signal })).data,
  });
}

/** Versions of a package, the newest first. */
export function useVersions(packageName: string, isWanted: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...pluginsKey, 'versions', packageName],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await api.get<string[]>('pm:npmVersionList', { params: { filterByTk: packageName }, signal })).data,
  });
}
