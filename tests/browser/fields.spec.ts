import { expect, test, type Locator, type Page } from '@playwright/test';
import { choose, expectAccessible, open, post, save, watchConsole } from './client';
import { collectionsPath, fieldsPath } from './collections';

const name = 'catalogue';

interface Kind {
  name: string;
  title: string;
  isRelation: boolean;
}

/** What the picker offers, so that no kind is forgotten here when there is a new one. */
async function readKinds(page: Page): Promise<Kind[]> {
  await page.getByRole('button', { name: 'Add field' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add field' });
  await expect(dialog.locator('button[data-kind]').first()).toBeVisible();
  await expectAccessible(page);
  const kinds = await dialog.locator('button[data-kind]').evaluateAll((all) =>
    all.map((button) => ({
      name: button.getAttribute('data-kind') ?? '',
      title: button.textContent,
      isRelation: button.closest('section')?.getAttribute('aria-label') === 'Relations',
    })),
  );
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  return kinds;
}

const titleOf = ({ title }: Kind) => `Its ${title}`;

/** What a kind cannot do without. */
async function settle(page: Page, drawer: Locator, kind: Kind): Promise<void> {
  if (kind.isRelation) {
    await choose(page, 'Related collection', 'Catalogue places');
    // It is taken: the picture of the relation names it.
    await expect(drawer.getByText('Catalogue places', { exact: true }).first()).toBeVisible();
  }
  const addOption = drawer.getByRole('button', { name: 'Add option' });
  for (const [index, option] of ['First choice', 'Second choice'].entries()) {
    if (await addOption.isVisible()) {
      await addOption.click();
      await drawer.getByLabel(`Title of option ${index + 1}`).fill(option);
    }
  }
  if (kind.name === 'formula') {
    await drawer.getByLabel('Expression').fill('{{count}} * 2');
  }
}

async function addField(page: Page, kind: Kind): Promise<void> {
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.locator(`button[data-kind="${kind.name}"]`).click();
  const drawer = page.getByRole('dialog', { name: `Add field: ${kind.title}`, exact: true });
  const title = drawer.getByLabel('Title', { exact: true });
  // A list of a relation's drawer opens where it stands once the drawer has come to rest, which the focus tells.
  await (kind.isRelation ? expect(title).toBeFocused() : expect(title).toBeVisible());
  // Some have a name and a title of their own.
  const isOwn = (await title.inputValue()) !== '';
  if (!isOwn) {
    await title.fill(titleOf(kind));
  }
  await settle(page, drawer, kind);
  await save(page);
  const shown = isOwn ? kind.title : titleOf(kind);
  await expect(page.getByRole('button', { name: `Edit ${shown}`, exact: true })).toBeVisible();
}

test.describe.configure({ mode: 'serial' });

let kinds: Kind[] = [];

test('A collection gets a field of every kind that there is', async ({ page }) => {
  test.setTimeout(180_000);
  const complaints = watchConsole(page);
  await open(page, './admin');
  await post(page, 'collections:create', {
    name: 'catalogue_places',
    title: 'Catalogue places',
    template: 'general',
    fields: [
      { name: 'id', type: 'bigInt', interface: 'id', primaryKey: true, autoIncrement: true, allowNull: false },
      { name: 'place', type: 'string', interface: 'input', uiSchema: { title: 'Place' } },
    ],
  });
  await post(page, 'catalogue_places:create', { place: 'Uppsala' });

  await page.goto(collectionsPath);
  await page.getByRole('button', { name: 'Create collection' }).click();
  await page.getByRole('menuitem', { name: 'General collection' }).click();
  await page.getByLabel('Title').fill('Catalogue');
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await choose(page, 'Key', 'Auto increment: 1, 2, 3 and so on');
  // What the server notes is added by hand below, as these are kinds of fields too.
  for (const noted of ['Created at', 'Created by', 'Last updated at', 'Last updated by']) {
    await page.getByLabel(noted).uncheck();
  }
  await expectAccessible(page);
  await save(page);
  await expect(page).toHaveURL(new RegExp(`/${name}/fields$`));

  kinds = await readKinds(page);
  expect(kinds.length).toBeGreaterThan(30);
  expect(kinds.filter((kind) => kind.isRelation).length).toBeGreaterThanOrEqual(4);
  // Formulas refer to it.
  await post(page, `collections/${name}/fields:create`, {
    name: 'count',
    type: 'bigInt',
    interface: 'integer',
    uiSchema: { title: 'Count' },
  });
  await page.reload();
  for (const kind of kinds) {
    await test.step(kind.title, () => addField(page, kind));
  }
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

/** What is typed for a kind, and what the form holds then; the others are chosen or filled in by the server. */
const typed: Readonly<Record<string, string>> = {
  input: 'A vase',
  textarea: 'Made of glass',
  markdown: '# Glass',
  phone: '+46 18 000000',
  email: 'vase@example.org',
  url: 'https://example.org/vase',
  integer: '12',
  number: '7.5',
  percent: '25',
  password: 'glass-42',
  json: '{"height": 30}',
  datetime: '2026-05-17 10:30:00',
  datetimeNoTz: '2026-05-17 10:30:00',
  dateOnly: '2026-05-17',
  unixTimestamp: '2026-05-17 10:30:00',
  time: '10:30:00',
};

test('A record is filled in with all of them, and shown as it was typed', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, `./admin/data/${name}?record=new`);
  const drawer = page.getByRole('dialog', { name: 'Add to Catalogue' });
  await drawer.getByLabel('Count', { exact: true }).fill('21');
  for (const kind of kinds) {
    const text = typed[kind.name];
    const input = drawer.getByLabel(titleOf(kind), { exact: true });
    if (text !== undefined) {
      await input.fill(text);
      // Leaves the list of days or times that has opened.
      await input.press('Tab');
    }
  }
  await choose(page, 'Its Single select', 'First choice');
  await choose(page, 'Its Multiple select', 'Second choice');
  await page.keyboard.press('Tab');
  await drawer.getByRole('radio', { name: 'Second choice' }).check();
  await drawer.getByRole('checkbox', { name: 'First choice' }).check();
  await drawer.getByLabel('Its Checkbox', { exact: true }).check();
  await choose(page, 'Its Many to one', 'Uppsala');
  await expectAccessible(page);
  await save(page);

  const row = page.getByRole('row').nth(1);
  await expect(row).toContainText('A vase');
  await row.getByRole('button', { name: /^Open / }).click();
  const edited = page.getByRole('dialog', { name: 'Edit in Catalogue' });
  for (const kind of kinds) {
    const text = typed[kind.name];
    if (text !== undefined && !['password', 'json'].includes(kind.name)) {
      await expect.soft(edited.getByLabel(titleOf(kind), { exact: true }), kind.title).toHaveValue(text);
    }
  }
  // Twice the count, computed by the formula.
  await expect(edited).toContainText('42');
  await expect(edited.getByRole('radio', { name: 'Second choice' })).toBeChecked();
  await expect(edited.getByRole('checkbox', { name: 'First choice' })).toBeChecked();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('A field is looked at as JSON, changed and deleted', async ({ page }) => {
  const complaints = watchConsole(page);
  await open(page, fieldsPath(name));
  await page.getByRole('button', { name: 'Definition of Its Many to one' }).click();
  const json = page.getByRole('dialog');
  await expect(json).toContainText('"foreignKey"');
  await expectAccessible(page);
  await json.getByRole('button', { name: 'Close' }).first().click();
  await expect(json).toHaveCount(0);

  await page.getByRole('button', { name: 'Edit Its Single line text', exact: true }).click();
  await page.getByLabel('Title', { exact: true }).fill('Title of the piece');
  await page.getByLabel('Required').check();
  await expectAccessible(page);
  await save(page);
  await expect(page.getByRole('row', { name: /Title of the piece/ })).toBeVisible();

  await page.getByRole('button', { name: 'Delete Its Nano ID' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('row', { name: 'Its Nano ID' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
