import { expect, test, type Page } from '@playwright/test';
import { choose, expectAccessible, save, signIn, watchConsole } from './client';

const collections = './admin/settings/data-source-manager/main/collections';

const kinds = [
  'Long text',
  'Phone',
  'Email',
  'URL',
  'Integer',
  'Number',
  'Percent',
  'Password',
  'Color',
  'Checkbox',
  'Single select',
  'Multiple select',
  'Radio group',
  'Checkbox group',
  'Markdown',
  'Date and time (with time zone)',
  'Date and time (without time zone)',
  'Date',
  'Unix timestamp',
  'Time',
  'UUID',
  'Nano ID',
  'JSON',
  'Sort',
];

async function createCollection(page: Page, kind: string, title: string, name: string): Promise<void> {
  await page.goto(collections);
  await page.getByRole('button', { name: 'Create collection' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Name').fill(name);
  await save(page);
  await expect(page).toHaveURL(new RegExp(`/${name}/fields$`));
}

async function pick(page: Page, kind: string, title: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('dialog').getByRole('button', { name: kind, exact: true }).click();
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Name', { exact: true }).fill(name);
}

async function addField(page: Page, kind: string, title: string, name: string): Promise<void> {
  await pick(page, kind, title, name);
  await save(page);
  await expect(page.getByRole('row', { name: title }).first()).toBeVisible();
}

async function addRelation(page: Page, kind: string, title: string, name: string, target: string): Promise<void> {
  await pick(page, kind, title, name);
  await choose(page, 'Related collection', target);
  await save(page);
  await expect(page.getByRole('row', { name: title }).first()).toBeVisible();
}

test.describe.configure({ mode: 'serial' });

test('A wrong password is said beside the form, the right one leads to the welcome', async ({ page }) => {
  const complaints = watchConsole(page);
  await page.goto('./');
  await expect(page).toHaveURL(/\/signin$/);
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

test('Collections are described with fields of every kind and all kinds of relations', async ({ page }) => {
  test.setTimeout(180_000);
  const complaints = watchConsole(page);
  await signIn(page);
  await createCollection(page, 'General collection', 'Authors', 'authors');
  await addField(page, 'Single line text', 'Full name', 'fullName');

  await createCollection(page, 'Tree collection', 'Topics', 'topics');
  await addField(page, 'Single line text', 'Topic', 'topic');

  await createCollection(page, 'General collection', 'Books', 'books');
  await addField(page, 'Single line text', 'Book title', 'title');
  for (const [index, kind] of kinds.entries()) {
    await addField(page, kind, `A ${kind}`, `f${index}`);
  }
  await addRelation(page, 'Many to one', 'Author', 'author', 'Authors');
  await addRelation(page, 'Many to many', 'Its topics', 'topics', 'Topics');
  await addRelation(page, 'One to many', 'Editions', 'editions', 'Authors');
  await addRelation(page, 'One to one (has one)', 'Biography', 'biography', 'Authors');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'code JSON' }).click();
  await expect(page.getByRole('dialog')).toContainText('"reverseKey"');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'Edit Book title' }).click();
  await page.getByLabel('Title', { exact: true }).fill('Title of the book');
  await page.getByLabel('Required').check();
  await save(page);
  await expect(page.getByRole('row', { name: /Title of the book/ })).toBeVisible();

  await page.getByRole('button', { name: 'Delete A Nano ID' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('row', { name: 'A Nano ID' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('Records are added, sorted, filtered, edited, deleted and brought back', async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = watchConsole(page);
  await signIn(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Authors' }).click();
  await expect(page.getByText('No records yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add the first record' }).click();
  await page.getByLabel('Full name').fill('Selma Lagerlöf');
  await save(page);

  await page.goto('./admin/data/books');
  for (const [title, pages] of [
    ['Jerusalem', '900'],
    ['Gösta Berlings saga', '400'],
  ]) {
    await page.getByRole('button', { name: /Add (record|the first record)$/ }).first().click();
    await page.getByRole('textbox', { name: 'Title of the book' }).fill(title ?? '');
    await page.getByLabel('A Integer').fill(pages ?? '');
    await choose(page, 'Author', 'Selma Lagerlöf');
    await save(page);
    await expect(page.getByRole('button', { name: `Open ${title}` })).toBeVisible();
  }

  await page.goto('./admin/data/books?columns=title,author,f4');
  await expect(page.getByRole('link', { name: 'Selma Lagerlöf' })).toHaveCount(2);
  await page.getByRole('columnheader', { name: 'Title of the book' }).click();
  await expect(page).toHaveURL(/sort=title/);
  await expect(page.locator('[data-row-key]').first()).toContainText('Gösta');
  await expectAccessible(page);

  await page.getByRole('button', { name: /Filter$/ }).click();
  await page.getByLabel('Value').fill('jeru');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/filter=/);
  await expect(page.locator('[data-row-key]')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('[data-row-key]')).toHaveCount(1);

  await page.getByRole('button', { name: 'Open Jerusalem' }).click();
  await expect(page).toHaveURL(/record=/);
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Title of the book' }).fill('Jerusalem I');
  await save(page);
  await expect(page.getByRole('button', { name: 'Open Jerusalem I' })).toBeVisible();

  await page.locator('[data-row-key]').getByRole('checkbox').check({ force: true });
  await page.getByRole('status').getByRole('button', { name: 'Delete' }).click();
  await expect(page.locator('[data-row-key]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('[data-row-key]')).toHaveCount(1);

  await page.locator('[data-row-key]').getByRole('checkbox').check({ force: true });
  await page.getByRole('status').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'Start' }).first().click();
  await page.goto('./admin/data/books');
  await expect(page.locator('[data-row-key]')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('Cells are edited in their place, by keyboard alone', async ({ page }) => {
  const complaints = watchConsole(page);
  await signIn(page);
  await page.goto('./admin/data/books?columns=title,author,f4');
  const row = page.getByRole('row').filter({ hasText: 'Gösta' });
  await row.getByRole('gridcell').nth(1).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('required');
  await expectAccessible(page);
  await page.keyboard.type('Gösta Berlings saga, 1891');
  await page.keyboard.press('Tab');
  await expect(row).toContainText('Gösta Berlings saga, 1891');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.type('401');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('401');
  await page.reload();
  await expect(row).toContainText('Gösta Berlings saga, 1891');
  await expect(row).toContainText('401');
  expect(complaints).toEqual([]);
});

test('A tree is filled and opened', async ({ page }) => {
  const complaints = watchConsole(page);
  await signIn(page);
  await page.goto('./admin/data/topics');
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
  expect(complaints).toEqual([]);
});

test('What was typed survives a lost connection and an ended session', async ({ page }) => {
  await signIn(page);
  await page.goto('./admin/data/authors?record=new');
  await page.getByLabel('Full name').fill('Astrid Lindgren');

  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Save' }).last().click();
  await expect(page.getByText('The server cannot be reached').first()).toBeVisible();
  await expect(page.getByLabel('Full name')).toHaveValue('Astrid Lindgren');
  await page.unroute('**/api/**');

  let isRefused = false;
  await page.route('**/api/authors:create', async (route) => {
    if (isRefused) {
      await route.continue();
      return;
    }
    isRefused = true;
    await route.fulfill({ status: 401, json: { errors: [{ message: 'Expired', code: 'EXPIRED_SESSION' }] } });
  });
  await page.getByRole('button', { name: 'Save' }).last().click();
  const again = page.getByRole('dialog', { name: 'Please sign in again' });
  await again.getByLabel('Password').fill('admin123');
  await page.keyboard.press('Enter');
  await expect(again).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Open Astrid Lindgren' })).toBeVisible();
});

test('The palette leads anywhere by keyboard alone', async ({ page }) => {
  await signIn(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('topi');
  await expect(page.getByRole('option').first()).toContainText('Topics');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/data\/topics$/);
});

test('Language and appearance are changed, and one signs out', async ({ page }) => {
  await signIn(page);
  await page.getByRole('button', { name: 'Personal menu' }).click();
  await page.getByRole('menuitem', { name: 'Language' }).hover();
  await page.getByRole('menuitem', { name: 'Svenska' }).click();
  await expect(page.getByRole('heading', { name: 'Start' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Inställningar' })).toBeVisible();

  await page.getByRole('button', { name: 'Personlig meny' }).click();
  await page.getByRole('menuitem', { name: 'Utseende' }).hover();
  await page.getByRole('menuitem', { name: 'Mörkt' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('./admin/data/books');
  await expectAccessible(page);

  // The account keeps its language, and the tests that follow are in English.
  await page.getByRole('button', { name: 'Personlig meny' }).click();
  await page.getByRole('menuitem', { name: 'Språk' }).hover();
  const isKept = page.waitForResponse((response) => response.url().includes('users:updateLang'));
  await page.getByRole('menuitem', { name: 'English' }).click();
  await isKept;
  await page.getByRole('button', { name: 'Personal menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.goto('./admin/data/books');
  await expect(page).toHaveURL(/\/signin\?redirect=/);
});

test('On a phone the menu is a drawer and records are cards', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.getByRole('button', { name: 'Open the menu' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Books' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Gösta' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('Collections are ordered, put into categories and drawn', async ({ page }) => {
  const complaints = watchConsole(page);
  await signIn(page);
  await page.goto(collections);
  const rows = page.locator('tr[data-row-key]');
  const keys = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-row-key')));
  await expect(rows.filter({ hasText: 'authors' })).toHaveCount(1);
  const before = await keys();
  const at = before.indexOf('authors');
  await page.getByRole('button', { name: 'Move Authors' }).focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
  await expect.poll(async () => (await keys()).indexOf('authors')).toBe(at + 1);
  await page.reload();
  await expect.poll(async () => (await keys()).indexOf('authors')).toBe(at + 1);

  await page.getByRole('button', { name: 'New category' }).click();
  await page.getByLabel('Name of the category').fill('Literature');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Categories of Authors' }).click();
  await page.getByRole('menuitem', { name: 'Literature' }).click();
  await page.getByRole('button', { name: 'Literature 1' }).click();
  await expect(rows).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Diagram' }).click();
  const books = page.locator('.react-flow__node[data-id=books]');
  await expect(books).toBeVisible();
  await expectAccessible(page);
  const place = () => books.evaluate((node) => node.style.transform);
  const first = await place();
  const saved = page.waitForResponse(/graphPositions:updateOrCreate/);
  await books.focus();
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
  await expect(page.getByRole('row', { name: /Author.*Authors/ }).first()).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('A collection is deleted after saying what goes with it', async ({ page }) => {
  await signIn(page);
  await page.goto(`${collections}?search=auth`);
  await expect(page.locator('tr[data-row-key]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Delete Authors' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('its records: 2');
  await expect(dialog).toContainText('Books: Author');
  await expectAccessible(page);
  await dialog.getByLabel('Type authors to confirm').fill('authors');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('No collection has this name')).toBeVisible();
});
