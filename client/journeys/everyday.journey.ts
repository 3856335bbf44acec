import { signIn, unique } from './people.ts';
import { expect, test } from './test.ts';

/** Each way of telling a story answers another request, for nobody answers one twice. */
const WAYS = ['scripts', 'noscript', 'keyboard'];
/** And empties an inbox of its own: these three have something in theirs, and no other story touches it. */
const INBOXES = ['nokuthula', 'wystan', 'ravindra'];

test('an expert finds a request and says not this time, with a word why @nojs @keys', async ({
  page,
}, info) => {
  await signIn(page, 'tendo');
  await page.goto('/requests?view=open');
  const open = page.getByRole('main').locator('a[href^="/requests/"]:not([href*="?"]):not([href$="/new"])');
  await open.nth(WAYS.indexOf(info.project.name)).click();
  await page.getByRole('group').getByText('Not this time').click();
  await page.getByRole('button', { name: /time/i }).first().click();
  await expect(page.getByRole('main')).toContainText(/Not this time/);
  await expect(page.locator('.hub-choice')).toHaveCount(0);
});

test('a member says in their profile what they do @nojs @keys', async ({ page }) => {
  const headline = unique('Runs a skills lab');
  await signIn(page, 'rosheen');
  await page.goto('/account/profile');
  await page.getByRole('link', { name: 'About you' }).click();
  await page.locator('[name="headline"]').fill(headline);
  await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).not.toHaveURL(/about$/);
  await page.goto('/account/profile/about');
  await expect(page.locator('[name="headline"]')).toHaveValue(headline);
});

test('a member puts aside what is done in their inbox @nojs @keys', async ({ page }, info) => {
  await signIn(page, INBOXES[WAYS.indexOf(info.project.name)] ?? '');
  await page.goto('/inbox');
  const done = page.getByRole('button', { name: /^Done\s*:/ }).first();
  const thing = await done.getAttribute('value');
  await done.click();
  await expect(page.locator(`button[value="${thing}"]`)).toHaveCount(0);
  await page.goto('/inbox?view=done');
  await expect(page.locator(`input[name="things"][value="${thing}"]`)).toHaveCount(1);
});
