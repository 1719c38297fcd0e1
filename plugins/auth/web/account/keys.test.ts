import { describe, expect, it } from 'vitest';
import { expiryOf } from './keys';

const key = { id: 1, name: 'k', roleName: 'admin', createdAt: '2026-01-30T10:00:00.000Z' };

describe('The end of an API key', () => {
  it('is counted from the day it was made', () => {
    expect(expiryOf({ ...key, expiresIn: '7d' })?.toISOString()).toBe('2026-02-06T10:00:00.000Z');
    expect(expiryOf({ ...key, expiresIn: 'never' })).toBeNull();
    expect(expiryOf({ ...key, expiresIn: '3600' })).toBeUndefined();
    expect(expiryOf({ ...key, expiresIn: null })).toBeUndefined();
  });
});
