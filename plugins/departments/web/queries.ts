import type { Client, Params, RecordKey, Role, User } from '@pergola/api';
import { peoplePerPage, useApi, withName } from '@pergola/plugin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Department } from './model/tree';
import type { Member } from './people';

export const departmentsKey = ['departments'];
/** Below the key of users: who belongs where changes with them. */
export const membersKey = (department: string) => ['users', 'of department', department];
export const rolesOfKey = (department: string) => [...departmentsKey, department, 'roles'];
export const ofRoleKey = (role: string) => [...departmentsKey, 'of role', role];
export const ofUserKey = (user: RecordKey | undefined) => ['users', user, 'departments'];

const none: Department[] = [];
export const addressOf = (department: string, action: string): string =>
  `departments/${encodeURIComponent(department)}/${action}`;

/** All departments there are. */
export function useDepartments() {
  const api = useApi();
  const query = useQuery({
    queryKey: departmentsKey,
    queryFn: async ({ signal }) => {
      const params = { paginate: false, sort: ['sort', 'id'], fields: ['id', 'title', 'parentId'] };
      return (await api.get<Department[]>('departments:list', { params, signal })).data;
    },
  });
  return { ...query, departments: query.data ?? none };
}

async function readPage<T>(api: Client, path: string, params: Params, signal: AbortSignal) {
  const { data, meta } = await api.get<T[]>(path, { params, signal });
  return { users: data, count: meta?.count ?? data.length };
}

/** One page of the members of a department. */
export function useMembers(department: string, search: string, page: number) {
  const api = useApi();
  return useQuery({
    queryKey: [...membersKey(department), search, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { filter: withName(search), sort: ['id'], page, pageSize: peoplePerPage };
      return readPage<Member>(api, addressOf(department, 'members:list'), params, signal);
    },
  });
}

export interface Person extends User {
  departments?: Department[];
}

/** One page of everybody, with their departments. */
export function useEverybody(search: string, page: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['users', 'with departments', search, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { filter: withName(search), appends: ['departments'], sort: ['id'], page, pageSize: peoplePerPage };
      return readPage<Person>(api, 'users:list', params, signal);
    },
  });
}

/** People who are not in the department yet, found by a part of their name. */
export function useOutsiders(department: string, search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['users', 'outside department', department, search],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { departmentId: department, filter: withName(search), sort: ['id'], pageSize: peoplePerPage };
      return (await api.get<User[]>('users:listExcludeDept', { params, signal })).data;
    },
  });
}

/** The roles that members have by the department. */
export function useRolesOf(department: string) {
  const api = useApi();
  return useQuery({
    queryKey: rolesOfKey(department),
    queryFn: async ({ signal }) => {
      const params = { paginate: false };
      return (await api.get<Role[]>(addressOf(department, 'roles:list'), { params, signal })).data;
    },
  });
}

/** The departments whose members have the role. */
export function useDepartmentsOfRole(role: string) {
  const api = useApi();
  return useQuery({
    queryKey: ofRoleKey(role),
    queryFn: async ({ signal }) => {
      const params = { paginate: false, sort: ['sort', 'id'] };
      return (await api.get<Department[]>(`roles/${encodeURIComponent(role)}/departments:list`, { params, signal })).data;
    },
  });
}
