import type { Page } from '@playwright/test';
import { fillDate } from './people.ts';
import { expect } from './test.ts';

/** Writes a request page by page, as far as it can be published; answers with its address. */
export async function writeRequest(page: Page, title: string, programme: string): Promise<string> {
  await page.goto('/requests/new');
  await page.getByLabel('Programme').selectOption({ label: programme });
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Start the draft' }).click();
  await expect(page.locator('.nhsuk-notification-banner')).toContainText('Your draft is kept');
  const address = new URL(page.url()).pathname.replace('/edit', '');

  await openPart(page, 'What is asked');
  await page
    .getByLabel('What is wrong or missing')
    .fill('The form takes an hour and nobody reads the result.');
  await page.getByLabel('What should come of it').fill('A form of one page that wards fill in themselves.');
  await page.getByLabel('Review', { exact: true }).check();
  await keepPart(page, 'What is asked');

  await openPart(page, 'Who can help');
  await page.locator('[name="criteria.0.kind"]').selectOption('EXPERTISE');
  await page.locator('[name="criteria.0.value"]').fill('Antimicrobial stewardship');
  await keepPart(page, 'Who can help');

  await openPart(page, 'Practicalities');
  await page.getByLabel('Hours from each expert').fill('4');
  await keepPart(page, 'Practicalities');

  await openPart(page, 'Dates');
  await fillDate(page, 'closesOn', 12);
  await fillDate(page, 'neededBy', 30);
  await keepPart(page, 'Dates');
  return address;
}

export async function openPart(page: Page, part: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: part, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Write this request');
}

export async function keepPart(page: Page, part: string): Promise<void> {
  await page.getByRole('button', { name: 'Save and go back to the list' }).click();
  await expect(page.locator('.nhsuk-notification-banner')).toContainText(`Kept: ${part}`);
}
