import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string; failureSummary: string }[] }[];
}

interface Axe {
  axe: { run: (context: { exclude: string[] }) => Promise<AxeResult> };
}

/** Nothing that keeps anybody from using the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours are judged once things have stopped moving.
  await page.waitForTimeout(400);
  await page.evaluate(axeSource);
  const result = await page.evaluate(
    // The component library measures texts in a hidden copy that nobody can reach.
    () => (globalThis as unknown as Axe).axe.run({ exclude: ['textarea[name="hiddenTextarea"]'] }),
  );
  const serious = result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  expect(serious).toEqual([]);
}

export async function signIn(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByLabel('Username or email').fill('nocobase');
  await page.getByLabel('Password').fill('admin123');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin$/);
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

/** A choice of a select by the text that people see. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

export async function save(page: Page): Promise<void> {
  await page.locator('.ant-drawer-footer').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
