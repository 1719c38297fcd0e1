import { msg } from '@pergola/plugin';
import type { SignUpField } from './authenticators';

/** What an account can be asked for when it is made, with the words for it. */
export const accountFields: Readonly<Record<string, string>> = {
  username: msg('Username'),
  email: msg('Email'),
  nickname: msg('Nickname'),
  phone: msg('Phone'),
};

/**
 * The stored form with an entry for every field an account has. One of the two names to sign in by is always asked for;
 * what else the form holds stays as it is.
 */
export function completeForm(stored: readonly SignUpField[] = []): SignUpField[] {
  const missing = Object.keys(accountFields)
    .filter((field) => !stored.some((one) => one.field === field))
    .map((field) => ({ field, show: false, required: false }));
  const all = [...stored, ...missing];
  const username = { field: 'username', show: true, required: true };
  return isNamed(all) ? all : all.map((one) => (one.field === username.field ? username : one));
}

/** Whether somebody can still be told from others by what they are asked for. */
export const isNamed = (form: readonly SignUpField[]): boolean =>
  form.some((one) => one.show && one.required && ['username', 'email'].includes(one.field));
