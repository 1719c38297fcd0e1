import type { CollectionDefinition, Filter, RecordKey, User } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Entry, RecordChange } from './model/entry';

export const logKey = ['auditLogs'];
export const settingsKey = ['auditLogSettings'];
export const pageSize = 30;
const lookAgain = 15_000;

export interface LogSettings {
  retentionDays: number;
  logReads: boolean;
}

/** One page of the log. `until` is the newest entry of the first page: later pages stay what they were. */
export function useEntries(filter: Filter | undefined, page: number, until: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...logKey, 'list', filter, page, until],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { filter, page, pageSize, until };
      const { data, meta } = await api.get<Entry[]>('auditLogs:list', { params, signal });
      return { entries: data, count: meta?.count ?? data.length };
    },
  });
}

/** Key of the newest entry, asked for again and again while the page is looked at. */
export function useNewest(filter: Filter | undefined, isWatching: boolean): RecordKey | undefined {
  const api = useApi();
  return useQuery({
    queryKey: [...logKey, 'newest', filter],
    enabled: isWatching,
    refetchInterval: lookAgain,
    queryFn: async ({ signal }) => {
      const params = { filter, pageSize: 1, count: 'none' };
      return (await api.get<Entry[]>('auditLogs:list', { params, signal })).data[0]?.id ?? null;
    },
  }).data ?? undefined;
}

/** An entry with the values it changed. */
export function useEntry(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...logKey, 'get', id],
    queryFn: async ({ signal }) =>
      (await api.get<Entry & { changes: RecordChange[] }>('auditLogs:get', { params: { filterByTk: id }, signal })).data,
  });
}

/** Collections with their fields, for their titles. */
export function useCollectionTitles() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...logKey, 'collections'],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const params = { paginate: false, appends: ['fields'], sort: ['sort'] };
      const { data: collections } = await api.get<CollectionDefinition[]>('collections:list', { params, signal });
      return new Map(collections.map((collection) => [collection.name, collection]));
    },
  });
  return data ?? none;
}

const none: ReadonlyMap<string, CollectionDefinition> = new Map();

/** People to choose from; undefined for those who may not see them. */
export function usePeople(text: string, chosen: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...logKey, 'people', text, chosen],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const named = ['nickname', 'username', 'email'].map((field) => ({ [field]: { $includes: text } }));
      const filter = text ? { $or: named } : undefined;
      const params = { filter, fields: ['id', 'nickname', 'username', 'email'], sort: ['id'], pageSize: 20 };
      const found = (await api.get<User[]>('users:list', { params, signal })).data;
      if (!chosen || found.some((user) => String(user.id) === chosen)) {
        return found;
      }
      const own = { filter: { id: Number(chosen) }, fields: params.fields };
      return [...(await api.get<User[]>('users:list', { params: own, signal })).data, ...found];
    },
  });
}

export function useLogSettings() {
  const api = useApi();
  return useQuery({
    queryKey: settingsKey,
    queryFn: async ({ signal }) => (await api.get<LogSettings>('auditLogs:getSettings', { signal })).data,
  });
}
