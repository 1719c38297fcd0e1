import { expect, test } from '@playwright/test';
import { expectAccessible, open, post, watchConsole } from './client';
import { startFeed, type Feed } from './feed';
import { ports } from './ports';
import { visitorsPackages } from './visitorsPackages';

let feed: Feed;

test.use({ baseURL: `http://localhost:${ports.fed}/` });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  feed = await startFeed(ports.feed, visitorsPackages());
});

test.afterAll(() => feed.close());

test('The example comes from a feed with a password, is used, updated and removed, without a restart', async ({ page }) => {
  test.setTimeout(180_000);
  const complaints = watchConsole(page);
  await open(page, './admin/settings/plugins');
  await page.getByRole('button', { name: 'Add a plugin' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Search the feed').fill('visitors');
  await drawer.getByRole('combobox', { name: 'Version of Acme.Visitors' }).click();
  await page.getByTitle('1.0.0').click();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: 'Add Acme.Visitors' }).click();
  await expect(drawer).toHaveCount(0, { timeout: 60_000 });

  await page.getByLabel('Search plugins').fill('visitors');
  const visitors = page.getByRole('switch', { name: 'Visitors' });
  await visitors.click();
  await expect(visitors).toBeChecked({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Load again' }).click();
  await page.getByRole('link', { name: 'Visitors' }).click();
  await expect(page.getByText('Nobody is in the house')).toBeVisible();
  await post(page, 'visitors:create', { name: 'Anna', company: 'Acme', hostId: 1 });
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'Anna' });
  await expect(row).toContainText(/[A-Z0-9]{3}-[A-Z0-9]{3}/);
  await expectAccessible(page);

  await page.goto('./admin/settings/plugins?plugin=visitors');
  await expect(drawer.getByText('1.0.0')).toBeVisible();
  await drawer.getByRole('button', { name: 'Update' }).click();
  const updating = page.getByRole('dialog').filter({ hasText: 'From the feed' });
  await updating.getByRole('button', { name: 'Update Acme.Visitors' }).click();
  await expect(updating).toHaveCount(0, { timeout: 60_000 });
  await expect(drawer.getByText('1.1.0')).toBeVisible();

  await page.goto('./admin/settings/visitors');
  await row.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('Nobody is in the house')).toBeVisible();

  await page.goto('./admin/settings/plugins?search=visitors');
  await visitors.click();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(visitors).not.toBeChecked({ timeout: 60_000 });
  await page.goto('./admin/settings/plugins?plugin=visitors');
  await expect(page.getByRole('link', { name: 'Visitors' })).toHaveCount(0);
  await drawer.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').filter({ hasText: 'Its tables and their records stay' }).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('switch', { name: 'Visitors' })).toHaveCount(0);
  expect(feed.refused).toEqual([]);
  expect(complaints).toEqual([]);
});
