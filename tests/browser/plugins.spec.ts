import { expect, test } from '@playwright/test';
import { expectAccessible, open, post, signIn, watchConsole } from './client';
import { greetingPackage } from './greetingPackage';

const plugins = './admin/settings/plugins';

test('A package is added, brings its page, and goes with what it needs', async ({ page }) => {
  test.setTimeout(180_000);
  const complaints = watchConsole(page);
  await open(page, './admin');
  await post(page, 'pm:disable?filterByTk=departments&awaitResponse=true', {});
  await page.goto(plugins);
  await expect(page.getByRole('switch', { name: 'Departments' })).not.toBeChecked();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Add a plugin' }).click();
  const drawer = page.getByRole('dialog');
  const file = drawer.locator('input[type="file"]');
  await file.setInputFiles({ name: 'words.nupkg', mimeType: 'application/zip', buffer: Buffer.from('no package') });
  await expect(drawer.getByText(/^Failed to add plugin/)).toBeVisible();
  await expectAccessible(page);
  await file.setInputFiles({ name: 'greeting.nupkg', mimeType: 'application/zip', buffer: greetingPackage() });
  await expect(drawer).toHaveCount(0, { timeout: 60_000 });

  // Why it cannot be switched on stays with it, until what it needs is on.
  const departments = page.getByRole('switch', { name: 'Departments' });
  const greeting = page.getByRole('switch', { name: 'Acme.Greeting' });
  await greeting.click();
  await expect(page.getByText(/needs the plugin departments, which is not switched on/)).toBeVisible();
  await departments.click();
  await expect(departments).toBeChecked({ timeout: 60_000 });
  await page.getByLabel('Search plugins').fill('greeting');
  await greeting.click();
  await expect(greeting).toBeChecked({ timeout: 60_000 });
  await expect(page.getByText('Plugins have changed. Load the page again to use them.')).toBeVisible();
  await page.getByRole('button', { name: 'Load again' }).click();

  // Its page runs with the libraries of the client, and asks its own server part.
  await page.getByRole('link', { name: 'Greetings' }).click();
  await expect(page.getByRole('heading', { name: 'Greetings' })).toBeVisible();
  await expect(page.getByText('Good day at /admin/settings/greeting')).toBeVisible();
  await expect(page.getByText('function function')).toBeAttached();
  await page.getByRole('button', { name: 'Greeted 0' }).click();
  await expect(page.getByRole('button', { name: 'Greeted 1' })).toBeVisible();

  await page.goto(`${plugins}?plugin=departments`);
  await expect(page.getByRole('dialog').getByRole('list', { name: 'Needed by' })).toContainText(/greeting/i);
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await departments.click();
  await expect(page.getByRole('dialog').getByText('Also switches off: Acme.Greeting')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch all off' }).click();
  await expect(departments).not.toBeChecked({ timeout: 60_000 });

  await page.goto(`${plugins}?plugin=greeting`);
  await expect(page.getByRole('link', { name: 'Greetings' })).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  const question = page.getByRole('dialog').filter({ hasText: 'Its tables and their records stay' });
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 });
  await page.getByLabel('Search plugins').fill('greeting');
  await expect(page.getByText('No such plugins')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('A web part that throws is named, and everything else is there', async ({ page }) => {
  await page.route('**/api/pm:listEnabledV2', async (route) => {
    const response = await route.fetch();
    const { data } = (await response.json()) as { data: unknown[] };
    await route.fulfill({ response, json: { data: [...data, { name: 'broken', module: '/static/plugins/broken.js' }] } });
  });
  await page.route('**/static/plugins/broken.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "throw new Error('Broken')" }),
  );
  await signIn(page);
  await expect(page.getByText('The web part of broken could not be loaded. Everything else works.')).toBeVisible();
  await expectAccessible(page);
});

test('On a phone the plugins stay within the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, plugins);
  await expect(page.getByRole('switch', { name: 'Audit log' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
