import type { Filter, User } from '@pergola/api';

/** What a name is made of. */
export type Named = Pick<User, 'id' | 'nickname' | 'username'> & Partial<Pick<User, 'email' | 'phone'>>;

/** What others call a person. */
export const nameOf = (user: Named): string =>
  user.nickname || user.username || user.email || user.phone || String(user.id);

/** What tells two people of one name apart. */
export const secondNameOf = (user: Named): string =>
  [user.username, user.email].filter((name) => name && name !== nameOf(user)).join(' · ');

export const fullNameOf = (user: Named): string => [nameOf(user), secondNameOf(user)].filter(Boolean).join(' · ');

/** Whose name, or what they sign in with, has the text in it. */
export const withName = (text: string): Filter | undefined =>
  text.trim()
    ? { $or: ['nickname', 'username', 'email', 'phone'].map((field) => ({ [field]: { $includes: text.trim() } })) }
    : undefined;
