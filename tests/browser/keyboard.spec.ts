import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectKept, watchConsole } from './client';

/** What takes more presses of Tab counts as out of reach. */
const mostPresses = 40;

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  await expect(target, `within ${mostPresses} presses of Tab`).toBeFocused();
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

test('From signing in to a changed cell without a mouse', async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = watchConsole(page);
  const dialogs = page.getByRole('dialog');
  await page.goto('./');
  await expect(page.getByLabel('Username or email')).toBeFocused();
  await page.keyboard.type('nocobase');
  await page.keyboard.press('Tab');
  await page.keyboard.type('admin123');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Start' })).toBeVisible();

  // A collection.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('collections');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Collections', exact: true })).toBeVisible();
  await press(page, 'Create collection');
  await expect(page.getByRole('menuitem', { name: 'General collection' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Keyboards');
  await expect(page.getByLabel('Name')).toHaveValue('keyboards');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/keyboards\/fields$/);
  await expect(dialogs).toHaveCount(0);

  // Its fields.
  for (const [kind, title] of [
    ['single line', 'Model'],
    ['integer', 'Keys'],
  ] as const) {
    await press(page, 'Add field');
    await expect(page.getByLabel('Search kinds of fields')).toBeFocused();
    await page.keyboard.type(kind);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(dialogs).toHaveCount(0);
    await expect(page.getByRole('row', { name: title })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add field' })).toBeFocused();
  }

  // Its records.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('keyboards');
  await expect(page.getByRole('option').first()).toContainText('Keyboards');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No records yet')).toBeVisible();
  for (const [button, model, keys] of [
    ['Add the first record', 'Model M', '101'],
    ['Add record', 'Space cadet', '100'],
  ] as const) {
    await press(page, button);
    await expect(page.getByLabel('Model', { exact: true })).toBeFocused();
    await page.keyboard.type(model);
    await page.keyboard.press('Tab');
    await page.keyboard.type(keys);
    await page.keyboard.press('Enter');
    await expect(dialogs).toHaveCount(0);
    await expect(page.getByRole('button', { name: `Open ${model}` })).toBeVisible();
  }

  // A filter.
  await press(page, 'Filter');
  await expect(page.getByRole('textbox', { name: 'Value' })).toBeFocused();
  await page.keyboard.type('cadet');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row-key]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Filter (1)' })).toBeFocused();

  // A cell.
  await tabTo(page, page.getByRole('gridcell').nth(1));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await expect(page.getByLabel('Keys', { exact: true })).toBeFocused();
  await page.keyboard.type('102');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: '102' })).toBeFocused();
  await expectKept(page, page.getByRole('gridcell', { name: '102' }));
  expect(complaints).toEqual([]);
});
