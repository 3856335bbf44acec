import type { Browser, Page } from '@playwright/test';
import { expect } from './test.ts';

export const DEMO_PASSWORD = 'taskforce-demo';

/** Signs one of the demo community in, by the name before the @. */
export async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(`${who}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** Another person at another machine, with or without scripts as the journey itself. */
export async function someoneElse(browser: Browser, who: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
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
