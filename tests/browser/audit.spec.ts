import { expect, test } from '@playwright/test';
import { choose, expectAccessible, open, post, save, watchConsole } from './client';

const plants = 'audit_plants';
const log = './admin/settings/audit-log';

test('What somebody changes is in the log, with what it was before', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, './admin');
  await post(page, 'collections:create', {
    name: plants,
    title: 'Audit plants',
    fields: [
      { name: 'id', type: 'bigInt', autoIncrement: true, primaryKey: true, interface: 'id' },
      { name: 'name', type: 'string', interface: 'input', uiSchema: { title: 'Plant name' } },
    ],
  });

  // Somebody asks for values in the settings of the collection.
  await page.goto('./admin/settings/data-source-manager/main/collections');
  await page.getByRole('button', { name: 'Edit Audit plants' }).click();
  await page.getByRole('switch', { name: 'Record before and after values' }).click();
  await expectAccessible(page);
  await save(page);
  await post(page, `${plants}:create`, { name: 'Fern' });
  await page.goto(`./admin/data/${plants}?record=1`);
  await page.getByLabel('Plant name').fill('Moss');
  await save(page);

  await expect(async () => {
    await page.goto(`${log}?collection=${plants}`);
    await expect(page.getByRole('button', { name: 'Edit by Super Admin: details' })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expectAccessible(page);
  await choose(page, 'Result', 'Failed');
  await expect(page.getByText('Nothing like this has happened')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page.getByRole('button', { name: 'Edit by Super Admin: details' }).first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('row', { name: 'Plant name Fern Moss' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);

  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'As a table (CSV)' }).click();
  expect((await file).suggestedFilename()).toMatch(/^audit-log-.*\.csv$/);

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('spinbutton', { name: /Days/ }).fill('30');
  await expectAccessible(page);
  await save(page);

  // The same from the record.
  await page.goto(`./admin/data/${plants}?record=1`);
  await page.getByRole('button', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History of Audit plants 1' });
  await history.getByRole('button', { name: 'Edit' }).click();
  await expect(history.getByRole('row', { name: 'Plant name Fern Moss' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(history).toHaveCount(0);
  await expect(page.getByLabel('Plant name')).toHaveValue('Moss');
  expect(complaints).toEqual([]);
});
