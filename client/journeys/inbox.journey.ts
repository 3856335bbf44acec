import type { Browser } from '@playwright/test';
import { someoneElse, signIn } from './people.ts';
import { startDiscussion } from './talk.ts';
import { expect, test } from './test.ts';

/** Rosheen starts a discussion that names Hana, so that it waits in her inbox; answers with its title. */
async function mentionHana(browser: Browser, title: string, scripts = true): Promise<string> {
  const rosheen = await someoneElse(browser, 'rosheen', scripts);
  await startDiscussion(rosheen, title, 'What do you think, @hana-weatherby?');
  const whole = (await rosheen.getByRole('heading', { level: 1 }).textContent()) ?? title;
  await rosheen.context().close();
  return whole.trim();
}

test('what needs a reply waits, is snoozed, put back, done and found again @nojs', async ({
  page,
  browser,
}, info) => {
  const scripts = info.project.name !== 'noscript';
  const title = await mentionHana(browser, 'Which pump for dusty wards', scripts);

  await signIn(page, 'hana');
  await page.goto('/inbox');
  const row = page.getByRole('listitem').filter({ hasText: title });
  await expect(page).toHaveTitle(/needs a reply/);
  await expect(row).toContainText('mentioned you');
  const tab = page.getByRole('link', { name: /^Needs a reply/ });
  const before = Number(/\((\d+)\)/.exec((await tab.textContent()) ?? '')?.[1]);
  await expect(page.locator('.hub-rows > li')).toHaveCount(Math.min(before, 20));

  await row.getByRole('button', { name: /^Until tomorrow/ }).click();
  await expect(page.getByText('It comes back in the morning you chose')).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.getByRole('link', { name: /snoozed$/ }).click();
  await expect(row).toContainText('comes back');
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Put back', exact: true }).click();

  await page.goto('/inbox?view=reply');
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('link', { name: 'Done', exact: true }).click();
  await expect(row).toBeVisible();
});

test('nothing ticked is said in words @nojs', async ({ page, browser }, info) => {
  const scripts = info.project.name !== 'noscript';
  await mentionHana(browser, 'A form that is sent empty', scripts);
  await signIn(page, 'hana');
  await page.goto('/inbox?view=reply');
  await page.getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Tick at least one');
});

test('a person chooses what they hear of, and when @nojs', async ({ page }) => {
  await signIn(page, 'rosheen');
  await page.goto('/account/notifications');
  await page.getByLabel('By mail: Discussions you follow').selectOption('Once a week');
  await page.getByLabel('Show in the hub: Events').uncheck();
  await page.getByLabel('From').fill('22:00');
  await page.getByLabel('To', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save your choices' }).click();
  await expect(page.getByRole('alert')).toContainText('Write both times');
  await expect(page.getByLabel('By mail: Discussions you follow')).toHaveValue('WEEKLY');
  await page.getByLabel('To', { exact: true }).fill('07:00');
  await page.getByRole('button', { name: 'Save your choices' }).click();
  await expect(page.getByText('Your choices are saved')).toBeVisible();
  await expect(page.getByLabel('Show in the hub: Events')).not.toBeChecked();
  await expect(page.getByLabel('From')).toHaveValue('22:00');
  await page.getByLabel('From').fill('');
  await page.getByLabel('To', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save your choices' }).click();
});

test('news comes to an open inbox as a count, and nothing moves', async ({ page, browser }) => {
  await signIn(page, 'hana');
  await page.goto('/inbox?view=reply');
  await expect(page.getByText(/^Up to date/)).toBeVisible();
  const rows = await page.locator('.hub-rows > li').count();
  const title = await mentionHana(browser, 'Oxygen at night');
  const show = page.getByRole('button', { name: '1 new – show' });
  await expect(show).toBeVisible({ timeout: 15_000 });
  expect(await page.locator('.hub-rows > li').count()).toBe(rows);
  await show.click();
  await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
