import type { CollectionDefinition, FieldDefinition, RecordKey, RecordValues, User } from '@pergola/api';
import { peoplePerPage, useApi, withName } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Explanation } from '../model/explanation';

/** Whose rights to what are explained. */
export interface Question {
  user: string;
  collection: string;
  record: string;
  role: string;
}

const none: CollectionDefinition[] = [];
const recordsOffered = 20;

/** What the person may do; the old answer stays until the new one is there, unless it is about somebody else. */
export function useExplanation({ user, collection, record, role }: Question) {
  const api = useApi();
  return useQuery({
    // Below the key of roles: what changes their rules makes a new answer.
    queryKey: ['roles', 'explained', user, collection, record, role],
    enabled: user !== '' && collection !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { userId: user, collection, ...(record && { recordKey: record }), ...(role && { role }) };
      return (await api.get<Explanation>('roles:explain', { params, signal })).data;
    },
  });
}

/** All collections, with their fields. */
export function useCollectionChoices() {
  const api = useApi();
  const query = useQuery({
    queryKey: ['collections', 'to check'],
    queryFn: async ({ signal }) => {
      const params = { paginate: false, appends: ['fields'], sort: ['sort'] };
      const { data } = await api.get<CollectionDefinition[]>('collections:list', { params, signal });
      return data.filter((collection) => !collection.hidden);
    },
  });
  return { ...query, collections: query.data ?? none };
}

/** People found by a part of their name; those who have the role where one is named. */
export function usePeopleFound(role: string, search: string, isOpen: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['users', 'to check', role, search],
    enabled: isOpen,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const action = role ? `roles/${encodeURIComponent(role)}/users:list` : 'users:list';
      return (await api.get<User[]>(action, { params: { filter: withName(search), sort: ['id'], pageSize: peoplePerPage }, signal })).data;
    },
  });
}

/** Somebody who is named by the address alone. */
export function usePerson(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['users', 'to check', 'one', id],
    enabled: id !== '',
    queryFn: async ({ signal }) => (await api.get<User | null>('users:get', { params: { filterByTk: id }, signal })).data,
  });
}

/** The field that identifies records; undefined where several do together. */
export function keyOfCollection(collection: CollectionDefinition): string | undefined {
  const keys = [collection.filterTargetKey ?? 'id'].flat();
  return keys.length === 1 ? keys[0] : undefined;
}

/** The field that stands for a record. */
export function titleOfCollection(collection: CollectionDefinition): string {
  const isText = (field: FieldDefinition) => field.interface === 'input';
  return collection.titleField ?? collection.fields?.find(isText)?.name ?? keyOfCollection(collection) ?? 'id';
}

/** Records whose title has the text in it. */
export function useRecordsFound(collection: CollectionDefinition, search: string, isOpen: boolean) {
  const api = useApi();
  const title = titleOfCollection(collection);
  const key = keyOfCollection(collection) ?? 'id';
  return useQuery({
    queryKey: ['records', collection.name, 'to check', search],
    enabled: isOpen,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const found = title === key ? { [key]: { $eq: search } } : { [title]: { $includes: search } };
      const params = { fields: [...new Set([key, title])], sort: [title], pageSize: recordsOffered, ...(search && { filter: found }) };
      return (await api.get<RecordValues[]>(`${collection.name}:list`, { params, signal })).data;
    },
  });
}

/** A record that is named by the address alone. */
export function useRecordNamed(collection: CollectionDefinition, record: RecordKey) {
  const api = useApi();
  const title = titleOfCollection(collection);
  return useQuery({
    queryKey: ['records', collection.name, 'to check', 'one', record],
    enabled: record !== '',
    queryFn: async ({ signal }) => {
      const params = { filterByTk: record, fields: [title] };
      return (await api.get<RecordValues | null>(`${collection.name}:get`, { params, signal })).data;
    },
  });
}
