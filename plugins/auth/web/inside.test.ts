import { expect, test } from 'vitest';
import { inside } from './inside';

test.each(['/admin/data/orders?filter=x#top', '/admin', '/'])('%s is of this client', (path) => {
  expect(inside(path)).toBe(path);
});

test.each([
  null,
  '',
  'admin',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/\r\\evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'http:evil.example',
])('%j leads home', (path) => {
  expect(inside(path)).toBe('/admin');
});
