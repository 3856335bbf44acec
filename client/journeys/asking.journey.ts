import type { Page } from '@playwright/test';
import { someoneElse, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';
import { writeRequest } from './writing.ts';

const said = (page: Page) => page.locator('.nhsuk-notification-banner');

test('staff ask, an expert answers, the work is done and everyone hears @nojs @keys', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(240_000);
  const scripts = info.project.name !== 'noscript';
  const title = unique('Review a stewardship audit form');
  await signIn(page, 'hana');
  const address = await writeRequest(page, title, 'Health systems partnerships');
  await page.goto(address);
  await page.getByRole('button', { name: 'Send it to staff to publish' }).click();
  await page.getByRole('button', { name: 'Publish this request' }).click();
  await expect(said(page)).toContainText('The request is open');

  await page.goto(`${address}/matches`);
  await page.getByRole('button', { name: 'Reveal the names' }).click();
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
  await expect(said(page)).toContainText('No more responses are taken');
  await page.getByRole('button', { name: 'Start assessing the responses' }).click();
  await expect(said(page)).toContainText('You can decide on the responses now');
  await page.goto(`${address}/responses`);
  await expect(page.getByText('I would cut it to the eight questions')).toBeVisible();
  await page.getByRole('button', { name: 'Shortlist', exact: true }).click();
  await expect(said(page)).toContainText('They are on the shortlist');
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
  await expect(said(page)).toContainText('The work is recorded as done');
  await page.goto(`${address}/outcome`);
  const deliver = page.getByRole('button', { name: 'Mark the work as delivered' });
  if (await deliver.isVisible()) {
    await deliver.click();
    await expect(said(page)).toContainText('The work is delivered');
  }
  await page.getByLabel('What was made').fill('A one-page audit form, in use on three wards.');
  await page.getByLabel('How it is used').fill('By ward pharmacists, monthly.');
  await page.getByLabel('What changed because of it').fill('Results are read at the Monday meeting.');
  await page.getByRole('button', { name: 'Record this outcome' }).click();
  await expect(said(page)).toContainText('The outcome is recorded');
  await page.getByLabel('Enough experts had agreed already').check();
  await page.getByRole('button', { name: 'Close the request and tell everyone' }).click();
  await expect(said(page)).toContainText('The request is closed');

  await rosheen.goto('/inbox?view=updates');
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
