import type { Page } from '@playwright/test';
import { about, signIn, someoneElse, unique } from './people.ts';
import { startDiscussion } from './talk.ts';
import { expect, test } from './test.ts';

/** The same page, opened before somebody else saved something there. */
async function openedBefore(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  const stale = await page.context().newPage();
  await stale.goto(path);
  return stale;
}

/** Refused, with what was typed in its box and what is there now beside it; sent again, it is saved. */
async function isRefusedBeside(stale: Page, box: string, typed: string, now: string, save: string) {
  await stale.getByLabel(box, { exact: true }).fill(typed);
  await stale.getByRole('button', { name: save }).click();
  await expect(stale.locator('.nhsuk-error-summary')).toContainText('since you opened it');
  await expect(stale.getByLabel(box, { exact: true })).toHaveValue(typed);
  await expect(stale.locator('.nhsuk-inset-text strong')).toHaveText(now);
  await stale.getByRole('button', { name: save }).click();
  await expect(stale.locator('.nhsuk-error-summary')).toHaveCount(0);
}

test('settings of a group that changed meanwhile stand beside what was typed @nojs', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const [first, now] = [unique('Night shifts'), unique('Long nights')];
  await signIn(page, 'meera');
  await page.goto('/groups/new');
  await page.getByLabel('Name').fill(first);
  await page.getByLabel('What it is for').fill('To sleep again.');
  await page.getByRole('button', { name: 'Propose this group' }).click();
  await expect(page.getByText('This group is proposed.')).toBeVisible();
  const path = `${new URL(page.url()).pathname}/edit`;
  const staff = await someoneElse(browser, 'imani', javaScriptEnabled);
  await staff.goto('/admin/groups');
  await staff.getByRole('button', { name: about('Approve', first) }).click();
  await expect(staff.getByRole('button', { name: about('Approve', first) })).toBeHidden();
  await staff.context().close();

  const stale = await openedBefore(page, path);
  const resting = await openedBefore(page, path);
  await page.getByLabel('Name', { exact: true }).fill(now);
  await page.getByRole('button', { name: 'Save name and purpose' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(now);

  await resting.getByText('Let it rest').first().click();
  await resting.getByLabel('Why? (optional)').first().fill('It is quiet.');
  await resting.getByRole('button', { name: 'Let it rest' }).click();
  await expect(resting.locator('.nhsuk-error-summary')).toContainText('since you opened it');
  await expect(resting.locator('.nhsuk-inset-text strong')).toHaveText(now);
  await expect(resting.getByLabel('Why? (optional)').first()).toHaveValue('It is quiet.');
  await isRefusedBeside(stale, 'Name', first, now, 'Save name and purpose');
});

test('a title that changed meanwhile stands beside what was typed @nojs', async ({ page }) => {
  await signIn(page, 'rosheen');
  const at = await startDiscussion(page, 'Rotas', 'Which one holds?');
  const path = `/discussions/${new URL(at).pathname.split('/')[2]}/manage`;
  const now = unique('Rotas that hold');
  const stale = await openedBefore(page, path);
  await page.getByLabel('Title', { exact: true }).fill(now);
  await page.getByRole('button', { name: 'Save title and kind' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(now);

  await isRefusedBeside(stale, 'Title', 'Rotas', now, 'Save title and kind');
});
