import type { Browser, BrowserContext, Page } from '@playwright/test';
import { arrivePatiently } from './arriving.ts';
import { expect, test } from './test.ts';

export const DEMO_PASSWORD = 'taskforce-demo';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
const sessions = new Map<string, Cookies>();

/**
 * Signs one of the demo community in, by the name before the @. Each signs in by the form once and goes on with that
 * session, because the hub lets nobody try as often as all the journeys together would.
 */
export async function signIn(page: Page, who: string): Promise<void> {
  const signOut = page.getByRole('button', { name: 'Sign out' });
  const kept = sessions.get(who);
  if (kept) {
    await page.context().addCookies(kept);
    await page.goto('/');
    if (await signOut.isVisible()) return;
  }
  await page.goto('/sign-in');
  await patiently(page, async () => {
    await page.getByLabel('Email address').fill(`${who}@example.org`);
    await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  });
  await expect(signOut).toBeVisible();
  sessions.set(who, await page.context().cookies());
}

/** All that is asked on the way to an account, so that each question can be looked at. */
export const JOINING = encodeURIComponent(
  JSON.stringify({
    displayName: 'Ngozi',
    timeZone: 'Africa/Lagos',
    groups: [],
    visibility: 'MEMBERS',
    conduct: true,
  }),
);

/** Answers the questions on the way to an account, from the first page of them on. */
export async function join(page: Page, name: string, email: string, strands: string[] = []): Promise<void> {
  const goOn = () => page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Your name').fill(name);
  await goOn();
  for (const strand of strands) await page.getByLabel(strand).check();
  await expect(page.getByRole('heading', { name: 'Which strands interest you?' })).toBeVisible();
  await goOn();
  await expect(page.getByRole('heading', { name: 'Who may see your profile?' })).toBeVisible();
  await goOn();
  await page.getByLabel(/I have read the code of conduct/).check();
  await goOn();
  await patiently(page, async () => {
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('three calm herons');
    await page.getByRole('button', { name: 'Create my account' }).click();
  });
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

const A_MINUTE = 61_000;

/** The journeys together try more often than the hub lets anybody: then they wait, as it tells them to. */
export async function patiently(page: Page, attempt: () => Promise<void>): Promise<void> {
  await attempt();
  const refused = page.getByText('There were too many tries').first();
  const signOut = page.getByRole('button', { name: 'Sign out' });
  // A page without scripts is still there until the answer comes.
  await refused
    .or(signOut)
    .first()
    .waitFor({ timeout: 3_000 })
    .catch(() => {});
  if (!(await refused.isVisible())) return;
  test.setTimeout(test.info().timeout + 2 * A_MINUTE);
  await page.waitForTimeout(A_MINUTE);
  await attempt();
  await page.waitForLoadState();
}

/** Another person at another machine, with or without scripts as the journey itself. */
export async function someoneElse(browser: Browser, who: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  if (javaScriptEnabled) arrivePatiently(page);
  await signIn(page, who);
  return page;
}

/** Words that no other run of the journeys has used. */
export function unique(words: string): string {
  return `${words} ${Date.now().toString(36)}`;
}

/** Fills the three boxes of a date so many days from now. */
export async function fillDate(page: Page, name: string, days: number): Promise<void> {
  const [year = '', month = '', day = ''] = new Date(Date.now() + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  await page.locator(`[name="${name}-day"]`).fill(day);
  await page.locator(`[name="${name}-month"]`).fill(month);
  await page.locator(`[name="${name}-year"]`).fill(year);
}

/** The name of a button whose last words, what it is about, are for screen readers alone. */
export function about(verb: string, what: string): RegExp {
  return new RegExp(`^${verb}\\s*: ${what}$`);
}
