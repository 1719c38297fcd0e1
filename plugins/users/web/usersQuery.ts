import type { RecordKey, Role, User } from '@pergola/api';
import { peoplePerPage, useApi, withName } from '@pergola/plugin';
import type { FormInstance } from '@pergola/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

export const usersKey = ['users'];

/** The account that came with the installation; it stays. */
export const firstUser = 1;

export const isFirst = (user: User): boolean => Number(user.id) === firstUser;

/** One page of the people who have an account. */
export function useUsers(search: string, page: number) {
  const api = useApi();
  return useQuery({
    queryKey: [...usersKey, search, page],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { filter: withName(search), appends: ['roles'], sort: ['id'], page, pageSize: peoplePerPage };
      const { data, meta } = await api.get<User[]>('users:list', { params, signal });
      return { users: data, count: meta?.count ?? data.length };
    },
  });
}

/** What the form of a user holds. */
export interface UserForm {
  nickname?: string;
  username?: string;
  email?: string;
  phone?: string;
  password?: string;
  roles: string[];
}

const texts = ['nickname', 'username', 'email', 'phone'] as const;
const roleNames = (roles: readonly Role[] | undefined) => (roles ?? []).map((role) => role.name).toSorted();

/** What is sent: only what differs, so that nobody's roles are given anew by whoever corrects a phone number. */
export function changesOf(form: UserForm, user: User | undefined): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const name of texts) {
    const typed = form[name]?.trim() || null;
    if (typed !== (user?.[name] || null)) {
      changes[name] = typed;
    }
  }
  if (form.password) {
    changes['password'] = form.password;
  }
  if (String(form.roles.toSorted()) !== String(roleNames(user?.roles))) {
    changes['roles'] = form.roles;
  }
  return changes;
}

const own = new Set<string>([...texts, 'password', 'roles']);

/** Values of items that other plugins brought, as far as somebody changed them. */
export const furtherChanges = (form: FormInstance<UserForm>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(form.getFieldsValue(true) as Record<string, unknown>).filter(
      ([name]) => !own.has(name) && form.isFieldTouched(name as keyof UserForm),
    ),
  );

export const keyOf = (user: User): RecordKey => user.id;
