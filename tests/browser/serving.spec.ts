import { expect, test } from '@playwright/test';
import { ports } from './ports';

const page = { Accept: 'text/html' };

test('The page is strict about what may run, and names nothing inline', async ({ request }) => {
  const response = await request.get('./', { headers: page });
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']{24}';/);
  expect(policy).not.toContain('unsafe-inline');
  expect(response.headers()['cache-control']).toBe('no-store');
  // The map of what plugins share with the client is no script.
  expect(await response.text()).not.toMatch(/<script(?![^>]* (?:src=|type="importmap"))|<style| style="/);
  const again = await request.get('./', { headers: page });
  expect(again.headers()['content-security-policy']).not.toBe(policy);
});

test('Assets are compressed and kept for good; what is not there is not a page', async ({ request }) => {
  const html = await (await request.get('./', { headers: page })).text();
  const script = /src="(\.\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const response = await request.get(script, { headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(response.headers()).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  });
  const plain = await request.get(script, { headers: { 'Accept-Encoding': 'identity' } });
  expect(plain.headers()['content-encoding']).toBeUndefined();
  expect((await request.get('./assets/none.js')).status()).toBe(404);
  expect((await request.get('./assets/..%2f..%2fpergola.dll')).status()).toBe(404);
  expect((await request.get('./api/nothing:list', { headers: page })).status()).not.toBe(200);
  expect((await request.get('./api', { headers: page })).status()).toBe(404);
});

test('Below another public path the client finds itself and its API', async ({ page: browser }) => {
  const inner = `http://localhost:${ports.inner}/inner`;
  await browser.goto(inner);
  await expect(browser).toHaveURL(`${inner}/signin`);
  await browser.getByLabel('Username or email').fill('nocobase');
  await browser.getByLabel('Password').fill('admin123');
  await browser.keyboard.press('Enter');
  await expect(browser).toHaveURL(`${inner}/admin`);
  await browser.goto(`${inner}/admin/settings`);
  await expect(browser.getByRole('heading', { name: 'Collections', exact: true })).toBeVisible();
});
