import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expectAccessible, open, watchConsole } from './client';

const bin = (name: string) => resolve(import.meta.dirname, '../../node_modules/.bin', name);

interface Operation {
  operationId: string;
  parameters: { required?: boolean }[];
  responses: { 200: { content: Record<string, { schema: object }> } };
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, unknown>;
}

interface Session {
  headers: { Authorization: string };
  token: string;
}

async function signIn(request: APIRequestContext, account: string, password: string): Promise<Session> {
  const response = await request.post('./api/auth:signIn', { data: { account, password } });
  const { data } = (await response.json()) as { data: { token: string } };
  return { headers: { Authorization: `Bearer ${data.token}` }, token: data.token };
}

async function post(request: APIRequestContext, { headers }: Session, action: string, data: unknown): Promise<void> {
  const response = await request.post(`./api/${action}`, { headers, data });
  expect(response.status(), `${action}: ${await response.text()}`).toBe(200);
}

async function read(request: APIRequestContext, { headers }: Session, part?: string): Promise<Document> {
  const response = await request.get('./api/swagger:get', { headers, params: part === undefined ? {} : { ns: part } });
  expect(response.status()).toBe(200);
  return (await response.json()) as Document;
}

const key = { name: 'id', type: 'bigInt', interface: 'id', primaryKey: true, autoIncrement: true, allowNull: false };
const text = (name: string, title: string) => ({ name, type: 'string', interface: 'input', uiSchema: { title } });

/** A shop and its sales, with a relation, a decimal and a choice. */
async function defineShop(request: APIRequestContext, root: Session, word: string): Promise<void> {
  const [shops, sales] = [`${word}_shops`, `${word}_sales`];
  await post(request, root, 'collections:create', { name: shops, title: 'Shops', fields: [key, text('name', 'Name')] });
  await post(request, root, 'collections:create', {
    name: sales,
    title: 'Sales',
    fields: [
      key,
      { ...text('title', 'Title'), validation: { type: 'string', rules: [{ key: 'r_title', name: 'required' }] } },
      { name: 'price', type: 'decimal', interface: 'number', precision: 20, scale: 2 },
      {
        name: 'state',
        type: 'string',
        interface: 'select',
        uiSchema: { title: 'State', enum: [{ value: 'new', label: 'New' }, { value: 'paid', label: 'Paid' }] },
      },
    ],
  });
  const foreignKey = 'shopId';
  const toShop = { name: 'shop', type: 'belongsTo', interface: 'm2o', target: shops, foreignKey, targetKey: 'id' };
  await post(request, root, `collections/${sales}/fields:create`, toShop);
  const toSales = { name: 'sales', type: 'hasMany', interface: 'o2m', target: sales, foreignKey, sourceKey: 'id' };
  await post(request, root, `collections/${shops}/fields:create`, toSales);
}

test('The document is OpenAPI 3.1, whoever reads it and whichever part', async ({ request }) => {
  const root = await signIn(request, 'nocobase', 'admin123');
  await defineShop(request, root, 'valid');
  await post(request, root, 'users:create', { username: 'reader', password: 'pw-1', roles: ['member'] });
  const reader = await signIn(request, 'reader', 'pw-1');
  const parts = [undefined, 'core', 'plugins', 'plugins/acl', 'collections', 'collections/valid_sales'];
  for (const [who, part] of [root, reader].flatMap((one) => parts.map((name) => [one, name] as const))) {
    const document = await read(request, who, part);
    const result = await new Validator().validate({ ...document });
    expect(result.errors, part).toBeUndefined();
    expect(result.valid).toBe(true);
  }
});

test('Answers are what the document says', async ({ request }) => {
  const root = await signIn(request, 'nocobase', 'admin123');
  await defineShop(request, root, 'told');
  await post(request, root, 'told_shops:create', { name: 'Corner', sales: [{ title: 'Bread', price: '1.50' }] });
  const { paths, components } = await read(request, root);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const wrong: string[] = [];
  let asked = 0;
  for (const [path, { get }] of Object.entries(paths)) {
    const content = get?.responses[200].content['application/json'];
    if (!get || !content || path === '/swagger:get' || get.parameters.some((parameter) => parameter.required)) {
      continue;
    }
    const response = await request.get(`./api${path}`, { headers: root.headers });
    const validate = ajv.compile({ ...content.schema, components });
    asked++;
    if (response.status() !== 200 || !validate(await response.json())) {
      wrong.push(`${path}: ${response.status()} ${ajv.errorsText(validate.errors?.slice(0, 3))}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(50);
});

test('A generated client creates, lists, changes and deletes records', async ({ request, baseURL }, testInfo) => {
  const root = await signIn(request, 'nocobase', 'admin123');
  await defineShop(request, root, 'client');
  const folder = testInfo.outputPath('client');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'document.json'), JSON.stringify(await read(request, root, 'collections')));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  execFileSync(bin('openapi-typescript'), ['document.json', '-o', 'schema.d.ts'], { cwd: folder, stdio: 'pipe' });
  copyFileSync(join(import.meta.dirname, 'generated/program.ts'), join(folder, 'program.ts'));
  const options = ['--strict', '--skipLibCheck', '--types', 'node', '--target', 'es2022', '--lib', 'es2023,dom'];
  const modules = ['--module', 'esnext', '--moduleResolution', 'bundler'];
  try {
    execFileSync(bin('tsc'), [...options, ...modules, 'program.ts'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (cause) {
    throw new Error((cause as { stdout: string }).stdout, { cause });
  }
  const printed = execFileSync(process.execPath, ['program.js'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, API: `${baseURL}api`, TOKEN: root.token },
  });
  expect(JSON.parse(printed)).toMatchObject({
    created: '12.50',
    listed: [['Bread', 'Corner']],
    count: 1,
    changed: 1,
    read: ['99999999999999.25', 'Corner'],
    ofShop: ['Bread'],
    deleted: 1,
    refused: expect.stringContaining('nothing') as unknown,
  });
});

test('Any action is found, tried and taken along', async ({ page, request }) => {
  const complaints = watchConsole(page);
  const root = await signIn(request, 'nocobase', 'admin123');
  await defineShop(request, root, 'tried');
  await open(page, './admin/settings/api-documentation');
  await expect(page.getByRole('heading', { name: 'Choose an action' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Search collections and actions').fill('tried_sales create');
  await page.getByRole('button', { name: 'tried_sales create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Create a record of Sales' })).toBeVisible();
  await expect(page.getByLabel('Body')).toHaveValue(/"state": "new"/);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '200' })).toBeVisible();
  await expect(page.getByLabel('Answer', { exact: true })).toContainText('"title": "Text"');
  await page.getByText('C#', { exact: true }).click();
  await expect(page.getByLabel('C#', { exact: true }).last()).toContainText('PostAsync(');
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download OpenAPI' }).click();
  await page.getByRole('menuitem', { name: 'Your collections' }).click();
  expect((await saved).suggestedFilename()).toBe('openapi-collections.json');
  expect(complaints).toEqual([]);
});
