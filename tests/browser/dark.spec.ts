import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, open, post, watchConsole } from './client';
import { collectionsPath, fieldsPath, makeLibrary, pickKind } from './collections';

const books = 'dark_books';
const table = `./admin/data/${books}`;

test.use({ colorScheme: 'dark' });

async function visit(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
}

test('In the dark, the pages can be read', async ({ page }) => {
  const complaints = watchConsole(page);
  await page.goto('./');
  await expect(page.getByLabel('Username or email')).toBeVisible();
  await expectAccessible(page);
  await open(page, './admin');
  await makeLibrary(page, 'dark');
  await post(page, `${books}:create`, [
    { title: 'Jerusalem', pages: 900, genre: 'novel', inStock: true, author: { fullName: 'Selma Lagerlöf' } },
    { title: 'Moln', genre: 'poem', published: '1922-05-17' },
  ]);
  for (const [path, heading] of [
    ['./admin', 'Start'],
    ['./admin/example', 'Example data'],
    [collectionsPath, 'Collections'],
    [`${collectionsPath}/diagram`, 'Diagram'],
    [`./admin/settings/api-documentation?resource=${books}&action=list`, 'List Dark books'],
  ] as const) {
    await visit(page, path, heading);
    await expectAccessible(page);
  }
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '200' })).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('In the dark, fields can be designed', async ({ page }) => {
  await open(page, fieldsPath(books));
  await expect(page.getByRole('row', { name: /Genre/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add field' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  for (const kind of ['Single select', 'Many to many', 'Formula', 'Sequence']) {
    await pickKind(page, kind);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Delete Genre' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('In the dark, records can be worked with', async ({ page }) => {
  await open(page, `${table}?columns=title,author,pages,genre,inStock`);
  await expect(page.locator('[data-row-key]')).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByRole('form', { name: 'Filter' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('list', { name: 'Shown columns' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.locator('[data-row-key]').first().getByRole('checkbox').first().check({ force: true });
  await expect(page.getByText('1 selected')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open Jerusalem' }).click();
  await expect(page.getByRole('textbox', { name: 'Book title' })).toHaveValue('Jerusalem');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('listitem').filter({ hasText: 'Jerusalem' })).toBeVisible();
  await expectAccessible(page);
});
