import type { Page } from '@playwright/test';
import { signIn, someoneElse } from './people.ts';
import { expect, test } from './test.ts';

const NAMES = /Quillfeather|Merriweather|Balikuza/;
/** Each run reveals another request: what was seen once stays seen. */
const TITLES = { scripts: /Antimicrobial-stewardship pharmacist/, noscript: /Oxygen-systems engineer/ };
const said = (page: Page) => page.locator('.nhsuk-notification-banner');

async function openMatches(page: Page, title: RegExp): Promise<string> {
  await signIn(page, 'hana');
  await page.goto('/requests');
  await page.getByRole('main').getByRole('link', { name: title }).first().click();
  await page.getByRole('link', { name: /^Matches/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Matches');
  return new URL(page.url()).pathname;
}

test('staff weigh matches without names, compare them, and then ask who they are @nojs', async ({
  page,
}, info) => {
  await openMatches(page, TITLES[info.project.name === 'noscript' ? 'noscript' : 'scripts']);
  const rows = page.getByRole('article');
  await expect(rows.first()).toContainText(/Expert [A-Z]\d/);
  const [first = '', second = ''] = await rows.getByRole('heading').allTextContents();
  await expect(page.getByRole('main')).not.toContainText(NAMES);
  await expect(page.getByRole('main')).not.toContainText('%');

  await page.getByLabel(`Choose ${first.trim()}`).check();
  await page.getByRole('button', { name: 'Compare those chosen' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Choose two or three people');
  await page.getByLabel(`Choose ${first.trim()}`).check();
  await page.getByLabel(`Choose ${second.trim()}`).check();
  await page.getByRole('button', { name: 'Compare those chosen' }).click();
  await expect(page.getByRole('columnheader', { name: first.trim() })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: second.trim() })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /Essential/ }).first()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(NAMES);

  await page
    .getByRole('link', { name: /^Matches/ })
    .first()
    .click();
  await page.getByLabel('Band').selectOption('STRONG');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page.getByRole('heading', { level: 2, name: / of / })).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).click();

  const reveal = page.getByRole('button', { name: 'Reveal the names' });
  await reveal.click();
  await expect(said(page)).toContainText('You now see the names');
  await expect(reveal).toBeHidden();
  await expect(rows.first().getByRole('link').first()).toHaveAttribute('href', /^\/people\//);
  // Who is first stays first, under the name they went by.
  await expect(rows.first()).toContainText(first.trim().replace('Expert ', ''));
});

test('an answer patches its row, and nobody changes place', async ({ page, browser }) => {
  const address = await openMatches(page, TITLES.scripts);
  const reveal = page.getByRole('button', { name: 'Reveal the names' });
  if (await reveal.isVisible()) await reveal.click();
  const asked = page.getByRole('article').filter({ hasText: 'Invited by' }).first();
  const link = asked.getByRole('heading').getByRole('link');
  await expect(link).toBeVisible();
  const handle = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  const order = await page.getByRole('article').getByRole('heading').allTextContents();
  await expect(page.getByText('Up to date')).toBeVisible();

  const expert = await someoneElse(browser, handle.split('-')[0] ?? '');
  await expert.goto(address.replace(/\/matches$/, ''));
  const decline = expert.locator('details').filter({ hasText: 'Not this time' });
  await decline.locator('summary').click();
  await decline.getByRole('button', { name: 'I have no time for it now' }).click();

  await expect(asked.getByText('Not this time')).toBeVisible({ timeout: 15_000 });
  expect(await page.getByRole('article').getByRole('heading').allTextContents()).toEqual(order);
  await expert.context().close();
});

test('staff see what needs them, and figures as drawing, table and file @nojs', async ({ page }) => {
  await signIn(page, 'hana');
  await page.goto('/staff');
  await expect(page.getByRole('heading', { name: /Needs you/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Open requests of your programmes' })).toBeVisible();
  await page.getByRole('link', { name: 'See all figures' }).click();
  await expect(page.getByRole('figure')).toHaveCount(6);
  await expect(page.getByRole('img')).not.toHaveCount(0);
  await page.getByText('Show as table').first().click();
  await expect(page.getByRole('columnheader', { name: 'Asked for in all' })).toBeVisible();

  const file = await page.request.get('/admin/analytics/load.csv');
  expect(file.headers()['content-type']).toContain('text/csv');
  expect(await file.text()).toMatch(/^\uFEFFInvitations in twelve months,Experts\r\n0,/);
  expect((await page.request.get('/admin/analytics/everything.csv')).status()).toBe(404);
});
