import { expect, test } from '@playwright/test';
import { expectAccessible, open, watchConsole } from './client';

/** Runs first: what an installation says while it is empty. */
test.describe.configure({ mode: 'serial' });

test('A wrong password is said beside the form, the right one leads to the welcome', async ({ page }) => {
  const complaints = watchConsole(page);
  await page.goto('./');
  await expect(page).toHaveURL(/\/signin$/);
  await expectAccessible(page);
  await page.getByLabel('Username or email').fill('nocobase');
  await page.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('incorrect');
  await expectAccessible(page);
  await page.getByLabel('Password').fill('admin123');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
  await expect(page.getByText('examples/atlas')).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('The example data is loaded with a button, looked at, and removed again', async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = watchConsole(page);
  await open(page, './admin');
  await page.getByRole('button', { name: 'Load the example data' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page).toHaveURL(/\/data\/shop_orders/, { timeout: 60_000 });
  const grid = page.getByRole('grid', { name: 'Orders' });
  await expect(grid.locator('[data-row-key]').first()).toBeVisible();
  await expectAccessible(page);

  // An order, and from it the customer it belongs to.
  await grid.locator('[data-row-key]').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/data\/shop_\w+\?record=/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('link', { name: 'Start' }).first().click();
  await expect(page.getByRole('main').getByRole('link', { name: /^Orders/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go on loading it, or remove it' }).click();
  await expect(page.getByRole('button', { name: 'Load what is missing' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove the example data' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Order lines');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Orders' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
