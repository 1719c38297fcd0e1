import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, open, post, signIn } from './client';

const collection = { title: 'Shell texts', name: 'shell_texts', template: 'general', fields: [] };

test('The palette leads anywhere by keyboard alone', async ({ page }) => {
  await signIn(page);
  await post(page, 'collections:create', collection);
  await page.reload();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Shell texts' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('shell t');
  await expect(page.getByRole('option').first()).toContainText('Shell texts');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/data\/shell_texts$/);
});

async function chooseIn(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await expect(page.getByRole('menuitem', { name: entry })).toBeHidden();
}

// The account keeps its language, and the other tests are in English, whatever happens to this one.
test.afterEach(async ({ page }) => {
  await open(page, './admin');
  await post(page, 'users:updateLang', { appLang: 'en-US' });
});

test('Language and appearance are changed, and one signs out', async ({ page }) => {
  await signIn(page);
  await page.getByRole('button', { name: 'Personal menu' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await chooseIn(page, 'Personal menu', '简体中文');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('link', { name: '设置' })).toBeVisible();
  await chooseIn(page, '个人菜单', 'Svenska');
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv-SE');
  await expect(page.getByRole('link', { name: 'Inställningar' })).toBeVisible();

  await chooseIn(page, 'Personlig meny', 'Mörkt');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('link', { name: 'Inställningar' })).toBeVisible();
  await chooseIn(page, 'Personlig meny', 'English');
  await page.getByRole('button', { name: 'Personal menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('./admin/data/users');
  await expect(page).toHaveURL(/\/signin\?redirect=/);
});

test('An address of nothing says so, and leads back', async ({ page }) => {
  await open(page, './admin/nowhere');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto('./admin/data/shell_nothing');
  await expect(page.getByRole('heading', { name: /shell_nothing/ })).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/admin$/);
});
