import type { Page } from '@playwright/test';
import { join, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';

const LONG = 'Wilhelmina-Anastasia Featherstonehaugh-Cholmondeley de Montmorency y Villanueva';

async function newcomer(page: Page, name: string): Promise<void> {
  await page.goto('/sign-up');
  await join(page, name, `${unique('profile').replace(' ', '-')}@example.org`);
}

test('people are found by what they know and where, and each filter is taken off by itself @nojs', async ({
  page,
}) => {
  await signIn(page, 'hana');
  await page.goto('/people');
  await page.getByLabel('Name or what they know').fill('midwife');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ny');
  await page.getByRole('button', { name: 'Apply filters' }).click();

  await expect(page.getByRole('heading', { level: 2, name: /^\d+ (person|people)$/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Jonquil Ashdene' })).toBeVisible();
  await page.getByRole('link', { name: 'Remove the filter Chichewa' }).click();
  await expect(page).toHaveURL(/\/people\?search=midwife$/);
  await page
    .getByRole('list', { name: 'Filters in use' })
    .getByRole('link', { name: 'Clear all filters' })
    .click();
  await expect(page).toHaveURL(/\/people$/);
});

test('pages of people go on, and back to the start @nojs', async ({ page }) => {
  await signIn(page, 'hana');
  await page.goto('/people');
  const first = await page.locator('.hub-row__title').first().textContent();
  await page.getByRole('link', { name: 'More people' }).click();
  await expect(page.locator('.hub-row__title').first()).not.toHaveText(first ?? '');
  await page.getByRole('link', { name: 'Back to the start' }).click();
  await expect(page.locator('.hub-row__title').first()).toHaveText(first ?? '');
});

test('a newcomer writes a profile part by part, with another item added @nojs', async ({ page }) => {
  await newcomer(page, 'Ngozi');
  await page.goto('/account/profile');
  await expect(page.getByText(/You would match 0 of \d+ open requests?\./)).toBeVisible();
  await page.getByRole('link', { name: 'Expertise' }).click();
  const items = page.locator('fieldset.hub-item');
  const before = await items.count();
  await page.getByLabel('What you know').first().fill('Oxygen systems');
  await page.getByRole('button', { name: 'Add another area' }).click();
  await expect.poll(() => items.count()).toBeGreaterThan(before);
  await expect(page.getByLabel('What you know').first()).toHaveValue('Oxygen systems');

  await page.getByRole('button', { name: 'Save' }).last().click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('Say how well you know it.');
  await page.getByLabel('How well').first().selectOption('LEADING');
  await page.getByLabel('Year you last used it').first().fill('2026');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await expect(page.getByText('1 added')).toBeVisible();

  await page.getByRole('link', { name: 'See it as it is shown' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ngozi');
  await expect(page.getByText('Leads others in it')).toBeVisible();
  await expect(page.getByText('Seen by: Everyone signed in').first()).toBeVisible();
});

test('what one hides, nobody else finds @nojs', async ({ page, browser, javaScriptEnabled }) => {
  const word = unique('Spirometry').replace(' ', '');
  await newcomer(page, unique('Hidden Heron'));
  await page.goto('/account/profile/about');
  await page.getByLabel('Headline').fill(`${word} nurse`);
  await page.getByRole('button', { name: 'Save' }).last().click();
  const context = await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true });
  const other = await context.newPage();
  await signIn(other, 'tendo');
  await other.goto(`/people?search=${word}`);
  await expect(other.getByRole('heading', { name: '1 person' })).toBeVisible();

  await page.goto('/account/profile/visibility');
  await page.getByLabel('Headline').selectOption('HIDDEN');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await expect(page.getByText('1 chosen')).toBeVisible();
  await other.reload();
  await expect(other.getByText('Nobody fits all of these filters.')).toBeVisible();
  await context.close();
});

test('names of one word, of eighty characters and from the right fit on a telephone @nojs', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await newcomer(page, 'Ngozi');
  for (const name of [unique('Ngozi').replace(' ', ''), 'د. نور الهدى عبد الرحمن', LONG]) {
    await page.goto('/account');
    await page.getByLabel('Display name').fill(name);
    await page.getByRole('button', { name: 'Change your name' }).click();
    await expect(page.getByText('Your name is changed')).toBeVisible();
    for (const path of ['/account', '/account/profile', `/people?search=${encodeURIComponent(name)}`]) {
      await page.goto(path);
      expect(await sideways(page), `${path} scrolls sideways for ${name}`).toBe(0);
    }
    await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    expect(await sideways(page), `the profile of ${name} scrolls sideways`).toBe(0);
  }
});

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
