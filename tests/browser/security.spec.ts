import { request as httpRequest } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { open, post, watchConsole } from './client';

// What a browser would run if one of these were ever taken for markup, an address or a template.
const markup = '"><img src=x onerror="window.hacked=1"><svg onload="window.hacked=1"></svg>';
const script = '</title></script><script>window.hacked=1</script>{{constructor.constructor("window.hacked=1")()}}';
const address = 'javascript:window.hacked=1';
const hostile = [markup, script, address];
const notes = 'security_notes';

async function fill(page: Page): Promise<void> {
  await post(page, 'collections:create', {
    name: notes,
    title: `Hostile ${markup}`,
    description: script,
    template: 'general',
    logging: true,
    fields: [
      { name: 'id', type: 'bigInt', interface: 'id', primaryKey: true, autoIncrement: true, allowNull: false },
      { name: 'text', type: 'string', interface: 'input', uiSchema: { title: `Text ${markup}` }, description: script },
      { name: 'long', type: 'text', interface: 'textarea', uiSchema: { title: `Long ${script}` } },
      { name: 'rich', type: 'text', interface: 'richText', uiSchema: { title: 'Rich' } },
      { name: 'mark', type: 'text', interface: 'markdown', uiSchema: { title: 'Marked' } },
      { name: 'link', type: 'text', interface: 'url', uiSchema: { title: 'Link' } },
      { name: 'mail', type: 'string', interface: 'email', uiSchema: { title: 'Mail' } },
      { name: 'doc', type: 'json', interface: 'json', uiSchema: { title: 'Doc' } },
      {
        name: 'choice',
        type: 'string',
        interface: 'select',
        uiSchema: { title: 'Choice', enum: [{ value: 'x', label: markup, color: `red;background:url(${address})` }] },
      },
    ],
  });
  for (const text of hostile) {
    await post(page, `${notes}:create`, {
      text,
      long: text,
      rich: text,
      mark: `[press](${address}) ${text}`,
      link: address,
      mail: text,
      doc: { [text]: text },
      choice: 'x',
    });
  }
  await post(page, 'roles:create', { name: 'security_role', title: `Role ${markup}`, description: script });
  await post(page, 'users:create', { username: 'security_user', nickname: `Nick ${markup}`, password: 'pw-secure-1' });
  await post(page, 'pm:enable?filterByTk=departments&awaitResponse=true', {});
  await post(page, 'departments:create', { title: `Department ${markup}` });
  await post(page, 'users:update?filterByTk=1', { nickname: `Boss ${markup}` });
  await page.request.post('./api/auth:signIn', { data: { account: markup, password: 'x' } });
}

test('Hostile texts are shown as texts on every screen', async ({ page }) => {
  test.setTimeout(180_000);
  const complaints = watchConsole(page);
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('a dialog opened')));
  await open(page, './admin');
  await fill(page);
  try {
    for (const [path, shown] of [
      [`./admin/data/${notes}`, markup],
      [`./admin/data/${notes}?record=1`, markup],
      ['./admin/settings/data-source-manager/main/collections', markup],
      ['./admin/settings/data-source-manager/main/collections/diagram', ''],
      ['./admin/settings/roles', 'onerror'],
      ['./admin/settings/users', 'onerror'],
      ['./admin/settings/departments', 'onerror'],
      ['./admin/settings/audit-log', 'onerror'],
      ['./admin', ''],
    ] as const) {
      await page.goto(path);
      await expect(page.locator('main, [role=main]').first()).toBeVisible();
      if (shown !== '') {
        // As a text, or in a box of a form.
        await expect
          .poll(
            () =>
              page.evaluate(
                (text) =>
                  document.body.innerText.includes(text) ||
                  [...document.querySelectorAll('input, textarea')].some((box) =>
                    (box as HTMLInputElement).value.includes(text),
                  ),
                shown,
              ),
            { message: path },
          )
          .toBe(true);
      }
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked), path).toBeUndefined();
      expect(await page.locator('img[src="x"], svg[onload], [onerror], a[href^="javascript:" i]').count(), path).toBe(0);
    }
    expect(complaints).toEqual([]);
  } finally {
    await post(page, 'users:update?filterByTk=1', { nickname: 'Super Admin' });
    await post(page, 'users:destroy?filter={"username":"security_user"}', {});
    await post(page, 'departments:destroy?filter={"title.$startsWith":"Department"}', {});
    await post(page, 'roles:destroy?filterByTk=security_role', {});
    await post(page, `collections:destroy?filterByTk=${notes}`, {});
  }
});

test('Nobody is led to another site by signing in', async ({ page }) => {
  for (const target of ['//evil.example', '/%09/evil.example', '/\\evil.example', 'https://evil.example', address]) {
    await page.goto(`./signin?redirect=${target.includes('%') ? target : encodeURIComponent(target)}`);
    await page.getByLabel('Username or email').fill('nocobase');
    await page.getByLabel('Password').fill('admin123');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/localhost:\d+\/admin$/);
    await page.evaluate(() => localStorage.clear());
  }
});

test('No script runs that is not a file of the client, and no other page frames it', async ({ page, request }) => {
  await page.goto('./signin');
  await page.evaluate(() => {
    const element = document.createElement('script');
    element.textContent = 'window.hacked = 1';
    document.body.append(element);
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hacked = 1">');
  });
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();

  for (const path of ['./', './signin', './api/auth:check', './nothing']) {
    const headers = (await request.get(path, { headers: { Accept: 'text/html' } })).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['x-frame-options'], path).toBe('SAMEORIGIN');
    expect(headers['content-security-policy'], path).toMatch(/frame-ancestors '(self|none)'/);
    expect(headers['content-security-policy'], path).not.toContain('unsafe');
    expect(headers['referrer-policy'], path).toMatch(/^(no-referrer|same-origin)$/);
    expect(headers['server'], path).toBeUndefined();
  }
});

/** Sends an address as it is written; browsers and clients tidy it first. */
const raw = (port: number, path: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    httpRequest({ port, path, host: '127.0.0.1' }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString('latin1')));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });

test('No address leads to a file outside the client', async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? '').port);
  for (const path of [
    '/../pergola.dll',
    '/../../../../../../etc/passwd',
    '/assets/../../pergola.dll',
    '/assets/..%2f..%2fpergola.dll',
    '/assets/%2e%2e/%2e%2e/pergola.dll',
    '/assets/..\\..\\pergola.dll',
    '/assets/%252e%252e/pergola.dll',
    '//etc/passwd',
    '/./pergola.runtimeconfig.json',
    '/web/index.html',
    '/index.html.br',
    '/.env',
    '/storage/pergola.db',
  ]) {
    const { status, text } = await raw(port, path);
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(text, path).not.toMatch(/root:|runtimeOptions|^MZ|SQLite/);
  }
});
