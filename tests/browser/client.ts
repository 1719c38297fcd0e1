import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string; failureSummary: string }[] }[];
}

interface Axe {
  axe: { run: (context: { exclude: string[] }) => Promise<AxeResult> };
}

/** Nothing that keeps anybody from using the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours are judged once things have stopped moving; nothing says when they are about to begin.
  await page.waitForTimeout(150);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity),
  );
  await page.evaluate(axeSource);
  const result = await page.evaluate(
    // The component library measures texts in a hidden copy that nobody can reach.
    () => (globalThis as unknown as Axe).axe.run({ exclude: ['textarea[name="hiddenTextarea"]'] }),
  );
  const serious = result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  expect(serious, page.url()).toEqual([]);
}

/** Collects what the browser complains about, refused by the content security policy included. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** As people do it, with the keyboard. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByLabel('Username or email').fill('nocobase');
  await page.getByLabel('Password').fill('admin123');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin$/);
}

/** Straight to a page, as somebody who has signed in before. */
export async function open(page: Page, path: string): Promise<void> {
  const response = await page.request.post('./api/auth:signIn', {
    data: { account: 'nocobase', password: 'admin123' },
    headers: { 'X-Authenticator': 'basic' },
  });
  const { data } = (await response.json()) as { data: { token: string } };
  await page.goto('./api/__health_check');
  await page.evaluate((token) => localStorage.setItem('NOCOBASE_TOKEN', token), data.token);
  await page.goto(path);
}

/** What the page does itself, with its own session. */
export const post = <T = unknown>(page: Page, action: string, body: unknown): Promise<T> =>
  page.evaluate(
    async ([address, data]) => {
      const token = localStorage.getItem('NOCOBASE_TOKEN');
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const response = await fetch(address, { method: 'POST', headers, body: data });
      if (!response.ok) {
        throw new Error(await response.text());
      }
      return ((await response.json()) as { data: T }).data;
    },
    [`/api/${action}`, JSON.stringify(body)] as const,
  );

/** A choice of a select by the text that people see. */
export async function choose(page: Page, label: string, option: string, search?: string): Promise<void> {
  // The name of what is required begins with a star.
  const named = (name: string) => page.getByRole('combobox', { name, exact: true });
  await pickFrom(page, named(label).or(named(`* ${label}`)), option, search);
}

/** The list belongs to its box; another one may still be going away. In a long list one has to search. */
export async function pickFrom(page: Page, box: Locator, option: string, search?: string): Promise<void> {
  await box.click();
  if (search !== undefined) {
    await box.fill(search);
  }
  const list = page.locator(`[id="${await box.getAttribute('aria-controls')}"]`);
  await page.locator('.ant-select-dropdown').filter({ has: list }).getByTitle(option, { exact: true }).click();
}

export async function save(page: Page): Promise<void> {
  await page.locator('.ant-drawer-footer').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** What the page shows before the server has it is there after a reload too, as soon as the server has it. */
export async function expectKept(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(shown).toBeVisible({ timeout: 3000 });
  }).toPass();
}
