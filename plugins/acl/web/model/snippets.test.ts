import { isGranted } from '@pergola/plugin';
import { describe, expect, it } from 'vitest';
import { allSettings, countPages, hasPage, hasSnippet, withPage, withSnippet } from './snippets';

const member = ['!ui.*', '!pm', '!pm.*'];
const admin = ['pm', 'pm.*', 'ui.*'];

describe('The switches of a role', () => {
  it('are on for what is granted and not denied', () => {
    expect(hasSnippet(admin, 'ui.*')).toBe(true);
    expect(hasSnippet(member, 'ui.*')).toBe(false);
    expect(hasSnippet([...admin, '!ui.*'], 'ui.*')).toBe(false);
    expect(hasSnippet(admin, 'app')).toBe(false);
  });

  it('replace the denial by the grant and the grant by the denial', () => {
    expect(withSnippet(member, 'ui.*', true)).toEqual(['!pm', '!pm.*', 'ui.*']);
    expect(withSnippet(admin, 'pm', false)).toEqual(['pm.*', 'ui.*', '!pm']);
  });

  it('open all pages anew, those that were unticked before too', () => {
    const all = withSnippet(['pm.*', '!pm.users', 'ui.*'], allSettings, true);
    expect(all).toEqual(['ui.*', 'pm.*']);
    expect(withSnippet(['pm.users', 'ui.*'], allSettings, false)).toEqual(['ui.*', '!pm.*']);
  });
});

describe('Single pages of the settings', () => {
  it('are denied one by one where all are granted, and come back', () => {
    const without = withPage(admin, 'pm.users', false);
    expect(without).toEqual([...admin, '!pm.users']);
    expect(hasPage(without, 'pm.users')).toBe(false);
    expect(hasPage(without, 'pm.acl.roles')).toBe(true);
    expect(hasSnippet(without, allSettings)).toBe(true);
    expect(withPage(without, 'pm.users', true)).toEqual(admin);
  });

  it('are granted one by one where none are, so that the server grants them too', () => {
    const one = withPage(member, 'pm.users', true);
    expect(isGranted(one, 'pm.users')).toBe(true);
    expect(isGranted(one, 'pm.acl.roles')).toBe(false);
    expect(one).not.toContain('!pm.*');
    const none = withPage(one, 'pm.users', false);
    expect(isGranted(none, 'pm.users')).toBe(false);
    expect(none).toContain('!pm.*');
  });

  it('are counted', () => {
    expect(countPages(['pm.*', '!pm.users'], ['pm.users', 'pm.acl.roles', 'pm.security.token-policy'])).toBe(2);
    expect(countPages(member, ['pm.users'])).toBe(0);
  });
});
