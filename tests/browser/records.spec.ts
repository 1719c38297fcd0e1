import { expect, test, type Page } from '@playwright/test';
import { choose, expectAccessible, expectKept, open, pickFrom, save, watchConsole } from './client';
import { makeLibrary } from './collections';

const [books, authors] = ['records_books', 'records_authors'];
const table = `./admin/data/${books}?columns=title,author,pages,genre,inStock`;
const rows = (page: Page) => page.locator('[data-row-key]');
const row = (page: Page, text: string) => rows(page).filter({ hasText: text });
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

test.describe.configure({ mode: 'serial' });

test('Records are added, sorted, deleted and brought back', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, './admin');
  await makeLibrary(page, 'records');
  await page.reload();
  await page.getByRole('navigation').getByRole('link', { name: 'Records authors' }).click();
  await expect(page.getByText('No records yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add the first record' }).click();
  await page.getByLabel('Full name').fill('Selma Lagerlöf');
  await page.getByRole('button', { name: 'Save and add another' }).click();
  await expect(page.getByRole('button', { name: 'Open Selma Lagerlöf' })).toBeVisible();
  await expect(page.getByLabel('Full name')).toHaveValue('');
  await page.getByLabel('Full name').fill('Karin Boye');
  await save(page);
  await expect(rows(page)).toHaveCount(2);

  await page.goto(table);
  for (const [title, pages, author] of [
    ['Jerusalem', '900', 'Selma Lagerlöf'],
    ['Gösta Berlings saga', '400', 'Selma Lagerlöf'],
    ['Kallocain', '190', 'Karin Boye'],
  ] as const) {
    await page.getByRole('button', { name: /^Add (record|the first record)$/ }).first().click();
    await page.getByRole('textbox', { name: 'Book title' }).fill(title);
    await page.getByLabel('Pages').fill(pages);
    await choose(page, 'Author', author);
    await save(page);
    await expect(page.getByRole('button', { name: `Open ${title}` })).toBeVisible();
  }
  await page.getByRole('columnheader', { name: 'Book title' }).click();
  await expect(page).toHaveURL(/sort=title/);
  await expect(rows(page).first()).toContainText('Gösta');
  await expectAccessible(page);

  const pick = row(page, 'Kallocain').getByRole('checkbox');
  await pick.check({ force: true });
  await page.getByRole('status').getByRole('button', { name: 'Delete' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(3);

  // Left before the time to undo has passed, it is deleted all the same.
  await pick.check({ force: true });
  await page.getByRole('status').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'Start' }).first().click();
  await page.goto(table);
  await expect(rows(page)).toHaveCount(2);
  expect(complaints).toEqual([]);
});

test('A record is opened from its address, changed, and what is wrong is said at its field', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, table);
  await page.getByRole('button', { name: 'Open Jerusalem' }).click();
  await expect(page).toHaveURL(/record=/);
  await page.reload();
  const title = page.getByRole('textbox', { name: 'Book title' });
  await expect(title).toHaveValue('Jerusalem');
  await expectAccessible(page);
  await title.fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByText('Book title is needed.')).toBeVisible();
  await expectAccessible(page);
  await title.fill('Jerusalem I');
  await save(page);
  await expect(page.getByRole('button', { name: 'Open Jerusalem I' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('Cells are edited in their place, by keyboard alone', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, table);
  const gosta = row(page, 'Gösta');
  await gosta.getByRole('gridcell').nth(1).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('required');
  await expectAccessible(page);
  await page.keyboard.type('Gösta Berlings saga, 1891');
  await page.keyboard.press('Tab');
  await expect(gosta).toContainText('Gösta Berlings saga, 1891');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('401');
  await page.keyboard.press('Enter');
  await expect(gosta).toContainText('401');
  await expectKept(page, gosta.filter({ hasText: '401' }));
  await expect(gosta).toContainText('Gösta Berlings saga, 1891');
  expect(complaints).toEqual([]);
});

test('Rows of a spreadsheet become records, with what does not fit said before', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, table);
  await expect(rows(page)).toHaveCount(2);
  const sheet = [
    ['Book title', 'Author', 'Pages', 'Genre', 'Published'],
    ['Kris', 'Karin Boye', '214', 'Novel', day(-2)],
    ['Moln', 'Karin Boye', '96', 'Poem', day(-300)],
    ['De sju dödssynderna', 'Karin Boye', 'many', 'Poem', ''],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, sheet);
  const dialog = page.getByRole('dialog', { name: 'Paste rows into Records books' });
  await expect(dialog).toContainText('3 of 3 rows become records');
  await expect(dialog).toContainText('Rows with cells that do not fit: 1');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create 3' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rows(page)).toHaveCount(5);
  await expect(row(page, 'Kris')).toContainText('Karin Boye');
  await expect(row(page, 'Moln')).toContainText('Poem');
  expect(complaints).toEqual([]);
});

test('A filter has groups, goes along relations and knows days that move; a view keeps it', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, table);
  await page.getByRole('button', { name: 'Filter' }).click();
  const form = page.getByRole('form', { name: 'Filter' });
  const fields = form.getByRole('combobox', { name: 'Field' });
  const chooseField = (index: number, path: string) => pickFrom(page, fields.nth(index), path, path);
  await chooseField(0, 'Author › Full name');
  await form.getByRole('textbox', { name: 'Value' }).fill('karin');
  await form.getByRole('button', { name: 'Add group' }).click();
  await chooseField(1, 'Published');
  await choose(page, 'Which days', 'The last …', 'last …');
  await form.getByRole('button', { name: 'Add condition' }).first().click();
  await chooseField(2, 'Pages');
  await pickFrom(page, form.getByRole('combobox', { name: 'Operator' }).nth(2), '<');
  await form.getByRole('spinbutton', { name: 'Value' }).fill('100');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/filter=/);
  await expect(page.getByRole('list', { name: 'Conditions' })).toContainText('Published is the last 7 days or Pages < 100');
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, 'Kris')).toHaveCount(1);
  await expect(row(page, 'Moln')).toHaveCount(1);
  await page.reload();
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Save what you see as a view').fill('New or short');
  await expectAccessible(page);
  await page.getByRole('group', { name: 'Views' }).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'New or short', exact: true })).toBeVisible();
  await page.goto(`./admin/data/${books}`);
  await expect(rows(page)).toHaveCount(5);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('group', { name: 'Views' }).getByRole('button', { name: 'New or short', exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(/filter=/);
  expect(complaints).toEqual([]);
});

test('Several records are changed at once', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, table);
  for (const title of ['Kris', 'Moln', 'Jerusalem']) {
    await row(page, title).getByRole('checkbox').first().check({ force: true });
  }
  await expect(page.getByText('3 selected')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('status').getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit records: 3' });
  await choose(page, 'Add field', 'Genre');
  await choose(page, 'Genre', 'Poem');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Change 3' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rows(page).filter({ hasText: 'Poem' })).toHaveCount(4);
  expect(complaints).toEqual([]);
});

test('Columns are chosen and narrowed down, and the address keeps them', async ({ page }) => {
  await open(page, table);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Published' }).click();
  await page.getByRole('checkbox', { name: 'Genre' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Published' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Genre' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Published' })).toBeVisible();
});

test('The page about the API runs the request that the table makes', async ({ page }) => {
  const complaints = watchConsole(page);
  const filter = { logic: '$and', items: [{ field: 'title', operator: '$includes', value: 'kri' }] };
  await open(page, `${table}&filter=${encodeURIComponent(JSON.stringify(filter))}`);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'API', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'List Records books' })).toBeVisible();
  await expect(page.getByText(`/${books}:list`, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '200' })).toBeVisible();
  await expect(page.getByText('"Kris"').first()).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('What was typed survives a lost connection and an ended session', async ({ page }) => {
  await open(page, `./admin/data/${authors}?record=new`);
  await page.getByLabel('Full name').fill('Astrid Lindgren');

  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByText('The server cannot be reached').first()).toBeVisible();
  await expect(page.getByLabel('Full name')).toHaveValue('Astrid Lindgren');
  await page.unroute('**/api/**');

  let isRefused = false;
  await page.route(`**/api/${authors}:create`, async (route) => {
    if (isRefused) {
      await route.continue();
      return;
    }
    isRefused = true;
    await route.fulfill({ status: 401, json: { errors: [{ message: 'Expired', code: 'EXPIRED_SESSION' }] } });
  });
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  const again = page.getByRole('dialog', { name: 'Please sign in again' });
  await again.getByLabel('Password').fill('admin123');
  await page.keyboard.press('Enter');
  await expect(again).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Open Astrid Lindgren' })).toBeVisible();
});

test('On a phone records are cards', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, './admin');
  await page.getByRole('button', { name: 'Open the menu' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('link', { name: 'Records books' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Gösta' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
