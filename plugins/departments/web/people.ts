import type { Filter, User } from '@pergola/api';

export interface Member extends User {
  departmentsUsers?: { isOwner?: boolean };
}

export const nameOf = (user: User): string =>
  user.nickname || user.username || user.email || user.phone || String(user.id);

export const secondName = (user: User): string =>
  [user.username, user.email].filter((name) => name && name !== nameOf(user)).join(' · ');

/** Whose name, or what they sign in with, has the text in it. */
export const searched = (text: string): Filter | undefined =>
  text.trim()
    ? { $or: ['nickname', 'username', 'email', 'phone'].map((field) => ({ [field]: { $includes: text.trim() } })) }
    : undefined;
