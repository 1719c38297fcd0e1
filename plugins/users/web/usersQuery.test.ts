import type { User } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { changesOf } from './usersQuery';

const ada: User = {
  id: 2,
  nickname: 'Ada',
  username: 'ada',
  email: null,
  phone: null,
  appLang: null,
  roles: [
    { name: 'member', title: 'Member' },
    { name: 'admin', title: 'Admin' },
  ],
};
const form = { nickname: 'Ada', username: 'ada', email: '', phone: '', roles: ['admin', 'member'] };

describe('What is sent of a user', () => {
  it('is nothing when nothing differs, in whatever order the roles stand', () => {
    expect(changesOf(form, ada)).toEqual({});
  });

  it('is what differs, an emptied field as null, and a password only when one was typed', () => {
    expect(changesOf({ ...form, username: ' ', password: 'new' }, ada)).toEqual({ username: null, password: 'new' });
    expect(changesOf({ ...form, roles: ['admin'] }, ada)).toEqual({ roles: ['admin'] });
    expect(changesOf({ ...form, roles: [] }, ada)).toEqual({ roles: [] });
  });

  it('is all that was filled in for a new one, who gets the usual role when none is chosen', () => {
    expect(changesOf({ username: 'bo', password: 'x', roles: [] }, undefined)).toEqual({ username: 'bo', password: 'x' });
  });
});
