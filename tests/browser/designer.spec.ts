import { expect, test } from '@playwright/test';
import { expectAccessible, open, post, save, watchConsole } from './client';
import { collectionsPath, fieldsPath, makeLibrary } from './collections';

const [books, authors] = ['designer_books', 'designer_authors'];

test.describe.configure({ mode: 'serial' });

test('Collections are ordered, and put into categories', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, './admin');
  await makeLibrary(page, 'designer');
  await page.goto(collectionsPath);
  const rows = page.locator('tr[data-row-key]');
  const keys = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-row-key')));
  await expect(rows.filter({ hasText: authors })).toHaveCount(1);
  await expectAccessible(page);
  const at = (await keys()).indexOf(authors);
  await page.getByRole('button', { name: 'Move Designer authors' }).focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
    // The rows step aside; nothing says when they have.
    await page.waitForTimeout(300);
  }
  await expect.poll(async () => (await keys()).indexOf(authors)).toBe(at + 1);
  await page.reload();
  await expect.poll(async () => (await keys()).indexOf(authors)).toBe(at + 1);

  await page.getByRole('button', { name: 'New category' }).click();
  await page.getByLabel('Name of the category').fill('Literature');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Categories of Designer authors' }).click();
  await page.getByRole('menuitem', { name: 'Literature' }).click();
  await page.getByRole('button', { name: 'Literature 1' }).click();
  await expect(rows).toHaveCount(1);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('Collections and their relations are drawn, and stay where they were put', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, collectionsPath);
  await page.getByRole('button', { name: 'Diagram' }).click();
  const node = page.locator(`.react-flow__node[data-id=${books}]`);
  await expect(node).toBeVisible();
  await expectAccessible(page);
  const place = () => node.evaluate((one) => one.style.transform);
  const first = await place();
  const saved = page.waitForResponse(/graphPositions:updateOrCreate/);
  await node.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await saved;
  const moved = await place();
  expect(moved).not.toBe(first);
  await page.reload();
  await expect.poll(place).toBe(moved);
  await page.getByRole('button', { name: 'Arrange again' }).click();
  await expect.poll(place).toBe(first);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(place).toBe(moved);
  await page.getByText('List', { exact: true }).click();
  await expect(page.getByRole('row', { name: /Designer books Author.*Designer authors/ }).first()).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('A tree is filled and opened', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, collectionsPath);
  await page.getByRole('button', { name: 'Create collection' }).click();
  await page.getByRole('menuitem', { name: 'Tree collection' }).click();
  await page.getByLabel('Title').fill('Designer topics');
  await page.getByLabel('Name').fill('designer_topics');
  await save(page);
  await expect(page).toHaveURL(/designer_topics\/fields$/);
  await post(page, 'collections/designer_topics/fields:create', {
    name: 'topic',
    type: 'string',
    interface: 'input',
    uiSchema: { title: 'Topic' },
  });
  await page.goto('./admin/data/designer_topics');
  await page.getByRole('button', { name: 'Add the first record' }).click();
  await page.getByRole('textbox', { name: 'Topic' }).fill('Arts');
  await save(page);
  await page.getByRole('button', { name: 'Add child to Arts' }).click();
  await page.getByRole('textbox', { name: 'Topic' }).fill('Music');
  await save(page);
  const music = page.getByRole('row').filter({ hasText: 'Music' });
  await expect(music).toHaveAttribute('aria-level', '2');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Collapse Arts' }).click();
  await expect(music).toHaveCount(0);

  // As cards on a phone.
  await page.setViewportSize({ width: 390, height: 844 });
  const card = page.getByRole('listitem').filter({ hasText: 'Music' });
  await page.getByRole('button', { name: 'Expand Arts' }).click();
  await expect(card).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Collapse Arts' }).click();
  await expect(card).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('A relation gets another title', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, fieldsPath(books));
  await page.getByRole('button', { name: 'Edit Author', exact: true }).click();
  await page.getByLabel('Title', { exact: true }).fill('Written by');
  await expectAccessible(page);
  await save(page);
  await expect(page.getByRole('row', { name: /Written by/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('A collection is deleted after saying what goes with it', async ({ page }) => {
  await open(page, `${collectionsPath}?search=${authors}`);
  await post(page, `${authors}:create`, [{ fullName: 'Selma Lagerlöf' }, { fullName: 'Karin Boye' }]);
  await expect(page.locator('tr[data-row-key]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Delete Designer authors' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('its records: 2');
  await expect(dialog).toContainText('Designer books: Written by');
  await expectAccessible(page);
  await dialog.getByLabel(`Type ${authors} to confirm`).fill(authors);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('No collection has this name')).toBeVisible();
});
