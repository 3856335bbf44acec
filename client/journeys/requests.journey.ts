import { arrivePatiently } from './arriving.ts';
import type { Page } from '@playwright/test';
import { fillDate, someoneElse, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';
import { keepPart, openPart, writeRequest } from './writing.ts';

const said = (page: Page) => page.locator('.nhsuk-notification-banner');
const HEALTH = 'Health systems partnerships';

test('an officer writes a request page by page, checks it and publishes it @nojs', async ({ page }) => {
  test.setTimeout(90_000);
  const title = unique('Shorten an audit form');
  await signIn(page, 'hana');
  await page.goto('/requests/new');
  await page.getByLabel('Programme').selectOption({ label: HEALTH });
  await page.getByRole('button', { name: 'Start the draft' }).click();
  await expect(page).toHaveTitle(/^Error:/);
  const address = await writeRequest(page, title, HEALTH);

  // What is wrong is told on the page it belongs to, and nothing that was typed is lost.
  await openPart(page, 'Questions');
  await fillDate(page, 'questionsCloseOn', 12);
  await page.getByRole('button', { name: 'Save and go back to the list' }).click();
  await expect(page.getByRole('alert')).toContainText('at least one working day before');
  await expect(page.locator('[name="questionsCloseOn-year"]')).not.toHaveValue('');

  await page.goto(`${address}/edit/criteria`);
  await expect(page.getByText(/As it is written now, it finds \d+ (person|people)\./)).toBeVisible();
  await page.getByRole('button', { name: 'Add another criterion' }).click();
  await page.locator('[name="criteria.2.kind"]').selectOption('LANGUAGE');
  await page.locator('[name="criteria.2.value"]').fill('Zulu');
  await page.getByRole('button', { name: 'Remove criterion 2' }).click();
  await expect(page.locator('[name="criteria.1.value"]')).toHaveValue('Zulu');
  await keepPart(page, 'Who can help');

  await openPart(page, 'Check and send');
  await expect(page.getByText('As it is written now, it finds nobody.')).toBeVisible();
  await expect(page.getByText('A form of one page that wards fill in themselves.')).toBeVisible();
  await page.getByRole('link', { name: 'Change Who can help' }).click();
  await page.getByRole('button', { name: 'Remove criterion 2' }).click();
  await keepPart(page, 'Who can help');
  await openPart(page, 'Check and send');
  await page.getByRole('button', { name: 'Publish this request' }).click();
  await expect(said(page)).toContainText('The request is open');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('what somebody else wrote meanwhile is never overwritten unseen @nojs', async ({ page, context }) => {
  test.setTimeout(90_000);
  await signIn(page, 'hana');
  const address = await writeRequest(page, unique('Two at one desk'), HEALTH);
  await page.goto(`${address}/edit/practicalities`);
  const other = await context.newPage();
  arrivePatiently(other);
  await other.goto(`${address}/edit/practicalities`);
  await other.getByLabel('Hours from each expert').fill('9');
  await keepPart(other, 'Practicalities');

  await page.getByLabel('Hours from each expert').fill('7');
  await page.getByRole('button', { name: 'Save and go back to the list' }).click();
  await expect(page.getByRole('alert')).toContainText('changed since you opened it');
  await expect(page.getByText('9 hours from each expert')).toBeVisible();
  await expect(page.getByLabel('Hours from each expert')).toHaveValue('7');
  await keepPart(page, 'Practicalities');
});

test('an expert finds a request, asks for time, answers, changes it and declines @nojs', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(120_000);
  const scripts = info.project.name !== 'noscript';
  const title = unique('Audit form to be read');
  const hana = await someoneElse(browser, 'hana', scripts);
  const address = await writeRequest(hana, title, HEALTH);
  await hana.goto(`${address}/edit/check`);
  await hana.getByRole('button', { name: 'Publish this request' }).click();

  await signIn(page, 'rosheen');
  await page.goto('/requests?view=open');
  await page.getByText('Filter these requests').click();
  await page.getByLabel('Expertise it looks for').fill('stewardship antimicrobial');
  await page.getByLabel('Time from each expert').selectOption({ label: 'Up to 4 hours' });
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(
    page.getByRole('link', { name: /Remove this filter: “stewardship antimicrobial”/ }),
  ).toBeVisible();
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByText(/You list .*stewardship/i).first()).toBeVisible();

  await page.getByText('Need more time?').click();
  await page.getByRole('button', { name: 'Ask for three more days' }).click();
  await expect(said(page)).toContainText('Staff are asked for three more days');
  await hana.goto(address);
  await expect(hana.getByText('1 expert asks for three more days to answer.')).toBeVisible();
  await hana.getByRole('button', { name: 'Give everyone three more days' }).click();
  await expect(said(hana)).toContainText('Everyone who asked was told');
  await hana.context().close();
  await page.goto(address);
  await expect(page.getByText('everyone has them now')).toBeVisible();
  await expect(page.getByText(/Closes in 1[45] days/)).toBeVisible();

  await page.getByRole('button', { name: 'Partly' }).click();
  await expect(page.getByLabel('I can help with a part of it')).toBeChecked();
  await page.getByLabel('What you offer').fill('The eight questions that change practice.');
  await page.getByRole('button', { name: 'Send your response' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('What you offer')).toHaveValue('The eight questions that change practice.');
  await page.locator('[name="hasInterests"][value="no"]').check();
  await page.getByLabel('What I learn through this work stays with me').check();
  await page.getByRole('button', { name: 'Send your response' }).click();
  await expect(said(page)).toContainText('Your response is sent');

  await page.getByRole('button', { name: 'Change your response' }).click();
  await page.getByLabel('What you offer').fill('The six questions that change practice.');
  await page.getByRole('button', { name: 'Send the changed response' }).click();
  await page.getByText('What you wrote').click();
  await expect(page.getByText('The six questions that change practice.')).toBeVisible();

  await page.getByText('Withdraw your response').first().click();
  await page.getByRole('button', { name: 'Withdraw your response' }).click();
  await expect(said(page)).toContainText('Your response is withdrawn');
  await page.goto('/responses');
  await expect(page.getByRole('listitem').filter({ hasText: title }).first()).toContainText('Withdrawn');
});

test('an expert says not this time with one tap, and why with the same @nojs', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(90_000);
  const hana = await someoneElse(browser, 'hana', info.project.name !== 'noscript');
  const address = await writeRequest(hana, unique('Not for everyone'), HEALTH);
  await hana.goto(`${address}/edit/check`);
  await hana.getByRole('button', { name: 'Publish this request' }).click();
  await hana.context().close();

  await signIn(page, 'rosheen');
  await page.goto(address);
  await page.locator('summary', { hasText: 'Not this time' }).click();
  await page.getByLabel('Do not ask me about anything before a day I choose').check();
  await page.getByRole('button', { name: 'I have no time for it now' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  const rested = new Date(Date.now() + 5 * 86_400_000);
  await page.getByLabel('Day', { exact: true }).fill(String(rested.getUTCDate()));
  await page.getByLabel('Month').fill(String(rested.getUTCMonth() + 1));
  await page.getByLabel('Year').fill(String(rested.getUTCFullYear()));
  await page.getByRole('button', { name: 'I have no time for it now' }).click();
  await expect(said(page)).toContainText('Thank you for saying so');
  await expect(page.getByText('I have no time for it now.')).toBeVisible();
  await page.goto('/account/profile/availability');
  await expect(page.locator('[name="pausedUntil-day"]')).toHaveValue(String(rested.getUTCDate()));
  await page.locator('[name="pausedUntil-day"]').fill('');
  await page.locator('[name="pausedUntil-month"]').fill('');
  await page.locator('[name="pausedUntil-year"]').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
});
