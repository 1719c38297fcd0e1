import { describe, expect, it } from 'vitest';
import { isInApp, isSafeAddress } from './address';

describe('The address of a link', () => {
  it.each(['https://example.com', 'HTTP://intranet:8080/a?b', 'mailto:help@example.com', '/admin/data/orders?x=1#y'])(
    '%j is followed',
    (address) => expect(isSafeAddress(address)).toBe(true),
  );

  it.each([
    '',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https:evil.example',
    'example.com',
  ])('%j is not', (address) => expect(isSafeAddress(address)).toBe(false));

  it('may be a place in the app', () => {
    expect(isInApp('/admin')).toBe(true);
    expect(isInApp('https://example.com/admin')).toBe(false);
  });
});
