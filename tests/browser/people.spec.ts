import { expect, test, type APIResponse, type Page } from '@playwright/test';
import { choose, expectAccessible, open, pickFrom, post, save, watchConsole } from './client';

const orders = 'people_orders';
const seller = { username: 'people_eva', password: 'eva-sells-well-1' };

const field = (name: string, title: string, kind = 'input', type = 'string') => ({
  name,
  type,
  interface: kind,
  uiSchema: { title },
});

/** A request as somebody makes it who has found out the address. */
async function ask(page: Page, method: 'GET' | 'POST', action: string, data?: unknown): Promise<APIResponse> {
  const token = await page.evaluate(() => localStorage.getItem('NOCOBASE_TOKEN'));
  return page.request.fetch(`./api/${action}`, { method, data, headers: { Authorization: `Bearer ${token}` } });
}

test('A department, a role with limits and a user, who sees just what that role opens', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const complaints = watchConsole(page);
  await open(page, './admin');
  await post(page, 'collections:create', {
    name: orders,
    title: 'People orders',
    template: 'general',
    createdBy: true,
    fields: [
      { name: 'id', type: 'bigInt', interface: 'id', primaryKey: true, autoIncrement: true, allowNull: false },
      { name: 'createdById', type: 'bigInt', interface: 'integer', isForeignKey: true },
      field('number', 'Number'),
      field('customer', 'Customer'),
      field('total', 'Total', 'number', 'double'),
      field('margin', 'Margin', 'number', 'double'),
      field('note', 'Note', 'textarea', 'text'),
    ],
  });
  await post(page, `${orders}:create`, { number: 'A-1', customer: 'Not hers', total: 10, margin: 3, note: 'Secret' });

  // A role that sees its own orders, with three of five fields, and adds some.
  await page.goto('./admin/settings/roles');
  await page.getByRole('button', { name: 'Add role' }).click();
  await page.getByLabel('Title').fill('People sellers');
  await expectAccessible(page);
  await save(page);
  await page.getByRole('button', { name: 'Make own rules: People orders' }).click();
  const rules = page.getByRole('dialog', { name: 'People sellers: rules for People orders' });
  await rules.getByRole('switch', { name: 'See', exact: true }).click();
  await pickFrom(page, rules.getByRole('combobox', { name: 'See: Records' }), 'Own records');
  await rules.getByRole('checkbox', { name: 'See: Margin' }).uncheck();
  await rules.getByRole('checkbox', { name: 'See: Note' }).uncheck();
  await rules.getByRole('switch', { name: 'Create', exact: true }).click();
  for (const hidden of ['Margin', 'Note']) {
    await rules.getByRole('checkbox', { name: `Create: ${hidden}` }).uncheck();
  }
  await expectAccessible(page);
  await save(page);
  await expect(page.getByRole('button', { name: 'Change rules: People orders' })).toBeVisible();

  // Its department gives it to everybody who works there.
  await page.getByRole('link', { name: 'Departments' }).click();
  await page.getByRole('button', { name: 'Add department' }).first().click();
  await page.getByLabel('Department name').fill('People sales');
  await save(page);
  await page.getByRole('treeitem', { name: 'People sales' }).click();
  await choose(page, 'Roles of the members', 'People sellers');
  await page.keyboard.press('Escape');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByRole('button', { name: 'Add user' }).click();
  await page.getByLabel('Username').fill(seller.username);
  await page.getByLabel('Password').fill(seller.password);
  await choose(page, 'Departments', 'People sales');
  // Leaving the list is no choice.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Main department' })).toBeVisible();
  await expectAccessible(page);
  await save(page);
  await expect(page.getByRole('row').filter({ hasText: seller.username })).toBeVisible();
  expect(complaints).toEqual([]);

  const context = await browser.newContext();
  await seesJustThat(await context.newPage());
  await context.close();
});

async function seesJustThat(page: Page): Promise<void> {
  const complaints = watchConsole(page);
  await page.goto('./');
  await page.getByLabel('Username or email').fill(seller.username);
  await page.getByLabel('Password').fill(seller.password);
  await page.keyboard.press('Enter');
  const menu = page.getByRole('navigation');
  await expect(menu.getByRole('link', { name: 'People orders' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Settings' })).toHaveCount(0);
  await menu.getByRole('link', { name: 'People orders' }).click();
  await expect(page.getByText('No records yet')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Add the first record' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Number').fill('B-2');
  await drawer.getByLabel('Customer').fill('Hers');
  await drawer.getByLabel('Total').fill('20');
  await expect(drawer.getByLabel('Margin')).toHaveCount(0);
  await save(page);
  await expect(page.getByRole('button', { name: 'Open B-2' })).toBeVisible();
  await expect(page.getByText('A-1')).toHaveCount(0);
  for (const shown of ['Number', 'Customer', 'Total']) {
    await expect(page.getByRole('columnheader', { name: shown })).toBeVisible();
  }
  await expect(page.getByRole('columnheader', { name: 'Margin' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Fields' })).toHaveCount(0);

  // A record of hers is shown to be read; it may not be changed.
  await page.getByRole('button', { name: 'Open B-2' }).click();
  await expect(page.getByRole('dialog')).toContainText('Hers');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Save' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Pages that are not hers, by their addresses.
  await page.goto('./admin/settings/users');
  await expect(page.getByText('This could not be loaded')).toBeVisible();
  await page.goto(`./admin/data/${orders}?record=1`);
  await expect(page.getByRole('dialog')).toContainText('This record no longer exists');

  // And the API.
  for (const [method, action, data] of [
    ['GET', 'users:list'],
    ['GET', 'roles:list'],
    ['GET', 'auditLogs:list'],
    ['GET', `${orders}:list?filter=${encodeURIComponent('{"margin":{"$gt":0}}')}`],
    ['GET', `${orders}:list?sort=-margin`],
    ['POST', `${orders}:update?filterByTk=1`, { number: 'C-3' }],
    ['POST', `${orders}:destroy?filterByTk=1`],
    ['POST', 'collections:create', { name: 'people_mine', fields: [] }],
    ['POST', 'users/2/roles:add', ['root']],
    ['POST', 'roles:update?filterByTk=member', { strategy: { actions: ['*'] } }],
  ] as const) {
    expect((await ask(page, method, action, data)).status(), action).toBe(403);
  }
  // She is also a member like everybody, and may act as that instead.
  const role = async (name: string) => {
    await page.getByRole('button', { name: 'Personal menu' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await page.goto(`./admin/data/${orders}`);
  await role('Member');
  await expect(page.getByRole('button', { name: 'Add record' })).toHaveCount(0);
  await role('People sellers');
  await expect(page.getByRole('button', { name: 'Add record' })).toBeVisible();

  const foreign = await ask(page, 'GET', `${orders}:get?filterByTk=1`);
  expect(await foreign.json()).toEqual({ data: null });
  const listed = await (await ask(page, 'GET', `${orders}:list?fields=number,margin,note`)).text();
  expect(listed).toContain('B-2');
  expect(listed).not.toMatch(/margin|note|Secret/);
  expect(complaints).toEqual([]);
}
