import type { Page } from '@playwright/test';
import { join, patiently, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';
import { codeNow } from './totp.ts';

const PASSWORD = 'three calm herons';

/** Somebody who has just joined, so that no other journey meets what is done to their account. */
async function newcomer(page: Page, name = 'Ngozi', strands: string[] = []): Promise<string> {
  const email = `${unique('newcomer').replace(' ', '-')}@example.org`;
  await page.goto('/sign-up');
  await join(page, name, email, strands);
  return email;
}

async function signInAs(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await patiently(page, async () => {
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  });
}

test('joining asks one question a page, keeps what was said, and joins what was chosen @nojs', async ({
  page,
}) => {
  await page.goto('/sign-up/account?next=%2Fpeople');
  // Nothing is said yet: the first question is asked, and where to go on is kept.
  await expect(page).toHaveURL(/\/sign-up\?next=/);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('Write the name you go by.');
  await expect(page).toHaveTitle(/^Error: /);

  await join(page, 'نور الهدى', `${unique('nour').replace(' ', '-')}@example.org`, [
    'Technical collaboration',
  ]);
  await expect(page).toHaveURL(/\/people$/);
  await page.goto('/strands/technical-collaboration');
  await expect(page.getByText('You are a member')).toBeVisible();
  await expect(page.getByRole('banner').getByText('نور الهدى')).toBeVisible();
});

test('the same is said whether there is such an account or not @nojs', async ({ page }) => {
  const told: string[] = [];
  for (const email of ['kofi@example.org', 'nobody-at-all@example.org']) {
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    told.push((await page.locator('.nhsuk-error-summary').textContent()) ?? '');

    await page.goto('/sign-in/link');
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Send me the link' }).click();
    told.push(((await page.locator('.nhsuk-inset-text').textContent()) ?? '').replace(email, 'them'));
  }
  expect(told.slice(0, 2)).toEqual(told.slice(2));
  expect(told[0]).toContain('No account has this email address and password.');
});

test('what one prefers holds at once, and at the next sign-in @nojs', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const email = await newcomer(page);
  await page.goto('/account/preferences');
  await page.getByLabel('العربية').check();
  await page.getByLabel('Dark').check();
  await page.getByLabel('Single keys are shortcuts').check();
  await page.getByRole('button', { name: 'Save preferences' }).click();

  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('التفضيلات');

  const context = await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true });
  const elsewhere = await context.newPage();
  await signInAs(elsewhere, email);
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'ar');
  const kept = new Map((await context.cookies()).map(({ name, value }) => [name, value]));
  expect([kept.get('hub-scheme'), kept.get('hub-keys')]).toEqual(['dark', 'on']);
  await context.close();
});

test('a second step is set up, asked for, and opened by a backup code once @nojs', async ({ page }) => {
  const email = await newcomer(page);
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Set up the second step' }).click();
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  const key = (await page.locator('.hub-key').textContent()) ?? '';
  const [backup = ''] = await page.locator('.hub-codes li').allTextContents();

  await page.getByLabel('Enter the code the app shows').fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('This is not the code of this moment.');
  await page.getByLabel('Enter the code the app shows').fill(codeNow(key));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('The second step is on')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await signInAs(page, email);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter your code');
  await page.getByLabel('Code', { exact: true }).fill(backup.trim());
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await signInAs(page, email);
  await page.getByLabel('Code', { exact: true }).fill(backup.trim());
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('This code is not right');
});

test('a device left somewhere is signed out from here @nojs', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const email = await newcomer(page);
  const context = await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true });
  const left = await context.newPage();
  await signInAs(left, email);
  await left.goto('/inbox');

  await page.goto('/account/security');
  await page.getByRole('button', { name: /^Sign out there: / }).click();
  await expect(page.getByText('Signed out there')).toBeVisible();
  await expect(page.getByText('You are signed in on this device only.')).toBeVisible();

  await left.goto('/account');
  await expect(left.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await context.close();
});

test('somebody takes a copy and leaves, and their name goes with them @nojs', async ({ page, browser }) => {
  const name = unique('Leavinia');
  const email = await newcomer(page, name, ['Technical collaboration']);
  const copy = await page.request.get('/api/account/export');
  expect(copy.headers()['content-disposition']).toContain('attachment');
  expect(JSON.stringify(await copy.json())).toContain(email);

  await page.goto('/account/data');
  await page.getByRole('button', { name: 'Leave the hub' }).click();
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('Choose what happens to what you wrote.');
  await page.getByLabel('Keep it, without my name').check();
  await page.getByLabel('Your password').fill('not mine');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('This is not your password.');
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is deleted');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();

  await signInAs(page, email);
  await expect(page.locator('.nhsuk-error-summary')).toContainText('No account has');
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'kofi');
  await other.goto(`/people?search=${encodeURIComponent(name)}`);
  await expect(other.getByText('Nobody fits all of these filters.')).toBeVisible();
  await context.close();
});
