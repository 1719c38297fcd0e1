import { describe, expect, it } from 'vitest';
import { isGranted, mayOpen } from './rights';

const rights = (snippets: string[], allowAll = false) => ({ role: 'clerk', roles: ['clerk'], snippets, allowAll });

describe('What a person may open', () => {
  it('is what a snippet grants, by its name or by a star', () => {
    expect(isGranted(['pm.*'], 'pm.users')).toBe(true);
    expect(isGranted(['pm.users'], 'pm.users')).toBe(true);
    expect(isGranted(['pm.*'], 'pm.data-source-manager.data-source-main')).toBe(true);
    expect(isGranted(['pm'], 'pm.users')).toBe(false);
    expect(isGranted(['pm.*'], 'pmx.users')).toBe(false);
    expect(isGranted([], 'pm.users')).toBe(false);
  });

  it('is not what is denied, whatever else grants it', () => {
    expect(isGranted(['pm.*', '!pm.users'], 'pm.users')).toBe(false);
    expect(isGranted(['pm.users', '!pm.*'], 'pm.users')).toBe(false);
    expect(isGranted(['pm.*', '!pm'], 'pm.users')).toBe(true);
  });

  it('is everything for those who may do everything, and nothing until the rights are known', () => {
    expect(mayOpen(rights([], true), 'pm.users')).toBe(true);
    expect(mayOpen(rights(['pm.*']), 'pm.users')).toBe(true);
    expect(mayOpen(rights([]), 'pm.users')).toBe(false);
    expect(mayOpen(undefined, 'pm.users')).toBe(false);
    expect(mayOpen(undefined, undefined)).toBe(true);
  });
});
