import { about, signIn, someoneElse, unique } from './people.ts';
import { expect, test } from './test.ts';

test('a lead pins what to know first, and an older version is refused beside the newer @nojs', async ({
  page,
}) => {
  await signIn(page, 'kofi');
  await page.goto('/groups/returned-volunteers/context');
  const stale = await page.context().newPage();
  await stale.goto('/groups/returned-volunteers/context');

  const first = unique('**Begin** with the evidence box.');
  await page.getByLabel('Text').fill(first);
  await page.getByRole('button', { name: 'Pin it' }).click();
  await expect(page.getByRole('heading', { name: 'What to know first' })).toBeVisible();
  await expect(page.locator('.hub-pinned strong')).toHaveText('Begin');

  await stale.getByLabel('Text').fill('Written against the old one.');
  await stale.getByRole('button', { name: 'Pin it' }).click();
  await expect(stale.locator('.nhsuk-error-summary')).toContainText('since you opened it');
  await expect(stale.getByLabel('Text')).toHaveValue('Written against the old one.');
  await expect(stale.locator('.nhsuk-inset-text strong')).toHaveText('Begin');
});

test('a private group shows name, purpose and a way to ask, and its lead lets people in @nojs', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  await signIn(page, 'kofi');
  await page.goto('/groups/country-list-advisers');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Country-list advisers');
  await expect(page.getByText('Only members can read the discussions of this group.')).toBeVisible();
  await page.getByRole('button', { name: 'Ask to join this group' }).click();
  await expect(page.getByText('You have asked to join')).toBeVisible();

  const farida = await someoneElse(browser, 'farida', javaScriptEnabled);
  await farida.goto('/groups/country-list-advisers/members');
  await expect(farida.getByRole('heading', { name: 'Waiting to be let in' })).toBeVisible();
  await farida.getByRole('button', { name: about('Let in', 'Kofi Merriweather') }).click();
  await expect(farida.getByRole('heading', { name: 'Waiting to be let in' })).toBeHidden();
  await farida.context().close();

  await page.goto('/groups/country-list-advisers');
  await expect(page.getByText('You are a member')).toBeVisible();
  await page.getByText('Leave this group').click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('button', { name: 'Ask to join this group' })).toBeVisible();
});

test('a proposed group opens when staff say yes, is renamed, and its old address leads on @nojs', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const name = unique('Birth companions');
  await signIn(page, 'meera');
  await page.goto('/groups/new');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('What it is for').fill('Company in labour, wherever it is.');
  await page.getByRole('button', { name: 'Propose this group' }).click();
  await expect(page.getByText('This group is proposed.')).toBeVisible();
  const old = new URL(page.url()).pathname;

  const staff = await someoneElse(browser, 'imani', javaScriptEnabled);
  await staff.goto('/admin/groups');
  await staff.getByRole('button', { name: about('Approve', name) }).click();
  await expect(staff.getByRole('button', { name: about('Approve', name) })).toBeHidden();
  await staff.context().close();

  await page.goto(`${old}/edit`);
  await page.getByLabel('Name').fill(`${name} again`);
  await page.getByRole('button', { name: 'Save name and purpose' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} again`);
  await page.goto(old);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} again`);
  expect(new URL(page.url()).pathname).not.toBe(old);
});

test('a lead splits a group and merges it back @nojs', async ({ page }) => {
  const name = unique('The supermarket');
  await signIn(page, 'kofi');
  await page.goto('/groups/returned-volunteers/split');
  await page.getByRole('button', { name: 'Split off the new group' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('Choose discussions or people');

  await page.getByLabel('Name of the new group').fill(name);
  await page.getByLabel('What it is for').fill('Week two and after.');
  await page.getByLabel('The supermarket, week two').check();
  await page.getByRole('button', { name: 'Split off the new group' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('link', { name: 'The supermarket, week two' })).toBeVisible();
  const split = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Merge into another group' }).click();
  await page.getByLabel('Returned volunteers').check();
  await page.getByRole('button', { name: 'See what will happen' }).click();
  await expect(page.getByText('1 discussion moves, with its replies.')).toBeVisible();
  await page.getByRole('button', { name: 'Merge the groups' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Returned volunteers');
  await page.goto(split);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Returned volunteers');
});
