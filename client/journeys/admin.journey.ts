import { about, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';

test('an admin adds, orders, merges strands, and every address leads on @nojs', async ({ page }) => {
  const [first, second] = [unique('Rural care'), unique('Island care')];
  await signIn(page, 'ada');
  await page.goto('/admin/strands');
  for (const name of [first, second]) {
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('What it is for').fill('Care far from the city.');
    await page.getByRole('button', { name: 'Add strand' }).click();
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  await page.getByRole('button', { name: about('Move up', second) }).click();
  const names = await page.locator('.hub-rows h2').allTextContents();
  expect(names.indexOf(second)).toBeLessThan(names.indexOf(first));

  await page.getByRole('link', { name: first }).click();
  await page.getByRole('link', { name: 'See the strand as everybody does' }).click();
  await page.waitForURL('**/strands/*');
  await expect(page.getByRole('link', { name: 'Propose a group' })).toBeVisible();
  const old = new URL(page.url()).pathname;
  await page.goto(`/admin${old}/merge`);
  await page.getByLabel(second).check();
  await page.getByRole('button', { name: 'See what will happen' }).click();
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible();
  await page.getByLabel('Why? (optional)').fill('The same people in both.');
  await page.getByRole('button', { name: 'Merge the strands' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);
  await page.goto(old);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);

  await page.goto(`/admin${new URL(page.url()).pathname}/archive`);
  await page.getByRole('button', { name: 'Archive the strand' }).click();
  await expect(page.getByRole('button', { name: about('Restore', second) })).toBeVisible();

  await page.goto('/admin/audit?verb=mergeStrands');
  await expect(page.getByText('The same people in both.').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ada Kestrel' }).first()).toBeVisible();
});

test('an admin suspends somebody with a reason and lets them back, on record @nojs', async ({ page }) => {
  const why = unique('Asked us to.');
  await signIn(page, 'ada');
  await page.goto('/admin/people?search=Pemba');
  await page.getByText('Verify, change role or suspend').first().click();
  await page.locator('input[id^="why-suspend"]').first().fill(why);
  await page
    .getByRole('button', { name: /^Suspend/ })
    .first()
    .click();
  await expect(page.getByText('Nobody fits this search.')).toBeVisible();

  await page.goto('/admin/people?view=suspended&search=Pemba');
  await page.getByText('Verify, change role or suspend').first().click();
  await page
    .getByRole('button', { name: /^Let .* back$/ })
    .first()
    .click();

  await page.goto('/admin/audit?verb=suspendPerson');
  await expect(page.getByText(why)).toBeVisible();
  const file = await page.request.get('/admin/audit.csv?verb=suspendPerson');
  expect(await file.text()).toMatch(/^\uFEFFWhen,Who,/);
  expect(await file.text()).toContain(why);
});

test('an admin names a kind of work, moves it, and takes it out of the choices @nojs', async ({ page }) => {
  const name = unique('Translate');
  await signIn(page, 'ada');
  await page.goto('/admin/types');
  await page.getByLabel('Name of the new type').fill(name);
  await page.getByRole('button', { name: 'Add type' }).click();
  await page.getByRole('button', { name: about('Move up', name) }).click();
  await expect(page.locator('.hub-rows h2').last()).not.toHaveText(name);

  await page.getByText(`Rename or archive ${name}`).click();
  await page.getByRole('button', { name: about('Archive', name) }).click();
  await expect(page.locator('li', { hasText: name }).getByText('No longer offered')).toBeVisible();

  await page.getByLabel('Name of the new type').fill(name);
  await page.getByRole('button', { name: 'Add type' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('has this name');
});

test('an admin sets the weights of matching, with why, on record @nojs', async ({ page }) => {
  const why = unique('Places matter this year.');
  await signIn(page, 'ada');
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Weights of matching' }).click();
  const [subject, criteria] = [page.getByLabel('Subject'), page.getByLabel('Desirable criteria')];
  await expect(subject).toHaveValue('50');
  await subject.fill('40');
  await page.getByLabel('Why?').fill(why);
  await page.getByRole('button', { name: 'Set the weights' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('add up to 90 percent');
  await expect(page.getByLabel('Why?')).toHaveValue(why);

  await criteria.fill('30');
  await page.getByRole('button', { name: 'Set the weights' }).click();
  await expect(page.getByText('The weights are set.')).toBeVisible();
  await expect(page.locator('.hub-rows li').first()).toContainText(why);
  await expect(page.getByText('Subject: 40%').first()).toBeVisible();
  await page.goto('/admin/audit?verb=setMatchingWeights');
  await expect(page.getByText(why)).toBeVisible();
  await expect(page.getByText('Subject: 50 → 40').first()).toBeVisible();

  // Others look at matches as they were ranked before.
  await page.goto('/admin/matching');
  await subject.fill('50');
  await criteria.fill('20');
  await page.getByLabel('Why?').fill('As it was.');
  await page.getByRole('button', { name: 'Set the weights' }).click();
  await expect(page.getByText('The weights are set.')).toBeVisible();
});

test('members find no admin page at all @nojs', async ({ page }) => {
  await signIn(page, 'kofi');
  for (const path of [
    '/admin',
    '/admin/strands',
    '/admin/audit',
    '/admin/types',
    '/admin/matching',
    '/admin/people',
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
});
