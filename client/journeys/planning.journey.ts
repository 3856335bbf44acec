import { signIn } from './people.ts';
import { expect, test } from './test.ts';

/** Each run plans for another request: whom a plan has invited stays invited. */
const RUNS = {
  scripts: { who: 'imani', title: /^Assessors for one day/ },
  noscript: { who: 'hana', title: /^Compare nursing-regulation standards/ },
};

test('staff plan whom to ask, invite those they choose, and put the rest aside @nojs', async ({
  page,
}, info) => {
  const { who, title } = RUNS[info.project.name === 'noscript' ? 'noscript' : 'scripts'];
  await signIn(page, who);
  await page.goto('/requests/plan');
  await page.getByLabel(title).check();
  await page.getByLabel('At least so many who are asked for the first time').fill('many');
  await page.getByRole('button', { name: 'Make a plan' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toBeVisible();
  await page.getByLabel('At least so many who are asked for the first time').fill('1');
  await page.getByRole('button', { name: 'Make a plan' }).click();

  const proposed = page.getByText('This is a proposal. Nobody has been asked.');
  await expect(async () => {
    if (await proposed.isVisible()) return;
    await page.getByRole('link', { name: 'See how far it has come' }).click({ timeout: 1_000 });
    await expect(proposed).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const seats = page.getByLabel(/^Invite /);
  const count = await seats.count();
  expect(count).toBeGreaterThan(0);
  for (const seat of (await seats.all()).slice(1)) await seat.uncheck();
  await page.getByLabel('A word to those you invite').fill('Your name came up at once.');
  await page.getByRole('button', { name: 'Invite those chosen' }).click();
  await expect(page.getByText('1 person is invited by this plan.')).toBeVisible();
  await expect(seats).toHaveCount(count - 1);

  await page.getByRole('button', { name: 'Put this plan aside' }).click();
  await expect(page.getByText('Put aside', { exact: true })).toBeVisible();
  await expect(page.getByText('Invited', { exact: true })).toHaveCount(1);
  await expect(seats).toHaveCount(0);
});
