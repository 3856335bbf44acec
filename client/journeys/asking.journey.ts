import type { Page } from '@playwright/test';
import { fillDate, someoneElse, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';

const said = (page: Page) => page.locator('.nhsuk-notification-banner');

test('staff ask, an expert answers, the work is done and everyone hears @nojs', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(120_000);
  const scripts = info.project.name !== 'noscript';
  const title = unique('Review a stewardship audit form');
  await signIn(page, 'hana');
  await page.goto('/requests/new');
  await page.getByLabel('Programme').selectOption({ label: 'Health systems partnerships' });
  await page.getByLabel('Title').fill(title);
  await page
    .getByLabel('What is wrong or missing')
    .fill('The form takes an hour and nobody reads the result.');
  await page.getByLabel('What should come of it').fill('A form of one page that wards fill in themselves.');
  await page.getByLabel('Review', { exact: true }).check();
  await page.locator('[name="criteria.0.kind"]').selectOption('EXPERTISE');
  await page.locator('[name="criteria.0.value"]').fill('Antimicrobial stewardship');
  await page.getByLabel('Hours from each expert').fill('4');
  await fillDate(page, 'closesOn', 12);
  await fillDate(page, 'neededBy', 30);
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(said(page)).toContainText('Your draft is kept');
  const address = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Send it to staff to publish' }).click();
  await page.getByRole('button', { name: 'Publish this request' }).click();
  await expect(said(page)).toContainText('The request is open');

  await page.goto(`${address}/matches`);
  const best = page.getByRole('article').filter({ hasText: 'Rosheen Quillfeather' });
  await expect(best.getByRole('listitem').first()).toBeVisible();
  await best.getByLabel('Choose Rosheen Quillfeather').check();
  await page.getByLabel('A word to those you invite').fill('You wrote the best one I have seen.');
  await page.getByRole('button', { name: 'Invite those chosen' }).click();
  await expect(said(page)).toContainText('1 person invited');

  const rosheen = await someoneElse(browser, 'rosheen', scripts);
  await rosheen.goto('/inbox');
  await rosheen
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click();
  await expect(rosheen.getByText('You wrote the best one I have seen.')).toBeVisible();
  await rosheen.goto(`${address}/respond`);
  await rosheen.locator('[name="answer"][value="YES"]').check();
  await rosheen
    .getByLabel('What you offer')
    .fill('I would cut it to the eight questions that change practice.');
  await rosheen.locator('[name="hasInterests"][value="no"]').check();
  await rosheen.getByLabel('What I learn through this work stays with me').check();
  await rosheen.getByRole('button', { name: 'Send your response' }).click();
  await expect(said(rosheen)).toContainText('Your response is sent');

  await page.goto(address);
  await page.getByRole('button', { name: 'Close to responses now' }).click();
  await page.getByRole('button', { name: 'Start assessing the responses' }).click();
  await page.goto(`${address}/responses`);
  await expect(page.getByText('I would cut it to the eight questions')).toBeVisible();
  await page.getByRole('button', { name: 'Shortlist', exact: true }).click();
  await page.getByText('Offer them the work').click();
  await page.getByLabel('What is to be handed over').fill('The form, and a note on what was left out.');
  await page.getByLabel('Hours in all').fill('4');
  await page.getByRole('button', { name: 'Offer the work' }).click();
  await expect(said(page)).toContainText('The work is offered');

  await rosheen.goto(address);
  await rosheen.getByRole('button', { name: 'Accept the offer' }).click();
  await expect(said(rosheen)).toContainText('You accepted the offer');

  await page.goto(`${address}/responses`);
  await page.getByRole('button', { name: 'Record the work as done' }).click();
  await page.goto(`${address}/outcome`);
  const deliver = page.getByRole('button', { name: 'Mark the work as delivered' });
  if (await deliver.isVisible()) await deliver.click();
  await page.getByLabel('What was made').fill('A one-page audit form, in use on three wards.');
  await page.getByLabel('How it is used').fill('By ward pharmacists, monthly.');
  await page.getByLabel('What changed because of it').fill('Results are read at the Monday meeting.');
  await page.getByRole('button', { name: 'Record this outcome' }).click();
  await page.getByLabel('What those who were not chosen are told').fill('Thank you for offering.');
  await page.getByRole('button', { name: 'Close the request and tell everyone' }).click();
  await expect(said(page)).toContainText('The request is closed');

  await rosheen.goto('/inbox');
  await expect(
    rosheen.getByText(new RegExp(`outcome|came of.*${title}|${title}.*came of`, 'i')).first(),
  ).toBeVisible();
  await rosheen.goto(address);
  await expect(rosheen.getByText('A one-page audit form, in use on three wards.')).toBeVisible();
  await rosheen.context().close();
});

test('a visitor sees what is asked, and is asked in to read it @nojs', async ({ page }) => {
  await page.goto('/requests');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: /oxygen|review|assess|mentor|curriculum/i })
    .first()
    .click();
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /sign in/i })
      .first(),
  ).toBeVisible();
});
