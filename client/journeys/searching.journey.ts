import { signIn } from './people.ts';
import { expect, test } from './test.ts';

test('a member finds a reply by what was said in it, narrows down and is forgiven a slip @nojs @keys', async ({
  page,
}) => {
  await signIn(page, 'kofi');
  await page.getByRole('banner').getByRole('searchbox').fill('payroll computer');
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();

  await expect(page).toHaveTitle(/^Search for “payroll computer”/);
  await expect(page.locator('mark')).toHaveText(['computer', 'payroll', 'computer']);
  await page.getByRole('link', { name: /^Discussions/ }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('1 result for “payroll computer”');
  await page.getByRole('link', { name: 'What did your host wish you had known before you arrived?' }).click();
  await expect(page).toHaveURL(/#reply-12$/);

  await page.goto('/search?q=midwifry');
  await page.getByRole('link', { name: 'midwifery' }).click();
  await expect(page.getByRole('searchbox', { name: 'What are you looking for?' })).toHaveValue('midwifery');
});

test('who finds nothing is helped to ask the community @nojs @keys', async ({ page }) => {
  await signIn(page, 'kofi');
  await page.goto('/search?q=pangolin+vaccines&strand=technical-collaboration');

  await expect(page.getByRole('heading', { name: 'Nothing found for “pangolin vaccines”' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Search in every strand' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Global learning and volunteering' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('pangolin vaccines');
});

test('a visitor finds what is public, and nobody’s words @nojs @keys', async ({ page }) => {
  await page.goto('/search?q=payroll+computer');
  await expect(page.getByRole('heading', { name: 'Nothing found for “payroll computer”' })).toBeVisible();
  await page.goto('/search?q=host');
  await expect(page.locator('mark').first()).toBeVisible();
});
