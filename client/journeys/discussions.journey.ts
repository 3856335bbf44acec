import { someoneElse, signIn, unique } from './people.ts';
import { LONG, postQuietly, startDiscussion } from './talk.ts';
import { expect, test } from './test.ts';

const reply = (number: number) => `#reply-${number}`;

test('a question finds its answer, is thanked for, followed and closed @nojs', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  await signIn(page, 'rosheen');
  const url = await startDiscussion(page, 'Which oxygen sensor lasts?', 'Ours fail in the wet season.');
  await expect(page.getByText('Question', { exact: true })).toBeVisible();
  await expect(page.getByText('Nobody has replied yet.')).toBeVisible();

  const hana = await someoneElse(browser, 'hana', javaScriptEnabled);
  await hana.goto(url);
  await hana.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect(hana.getByText('You follow this discussion')).toBeVisible();
  for (const words of ['The ceramic ones.', 'Two of ours are from 2019.']) {
    await hana.getByLabel('Your reply', { exact: true }).fill(words);
    await hana.getByRole('button', { name: 'Post reply' }).click();
    await expect(hana.locator('article.hub-reply').filter({ hasText: words })).toBeVisible();
  }
  // Nobody thanks themselves, and only whoever asked says what answers it.
  await expect(hana.locator(reply(2)).getByRole('button', { name: /^Thank/ })).toHaveCount(0);
  await expect(hana.getByRole('button', { name: /Accept as answer/ })).toHaveCount(0);

  await page.goto(url);
  await page.locator(reply(2)).getByRole('button', { name: 'Thank Hana Weatherby for reply 2' }).click();
  await expect(page.locator(reply(2))).toContainText('1 thanks');
  await page
    .locator(reply(2))
    .getByRole('button', { name: /take back your thanks/ })
    .click();
  await expect(page.locator(reply(2))).not.toContainText('1 thanks');

  await page
    .locator(reply(3))
    .getByRole('button', { name: /Accept as answer/ })
    .click();
  await expect(page.locator('#answer')).toContainText('Two of ours are from 2019.');
  await expect(page.locator('#answer')).toContainText('Accepted by Rosheen Quillfeather');
  await expect(page.locator(reply(3)).getByText('Accepted answer')).toBeVisible();
  await page.getByRole('button', { name: 'It is not the answer after all' }).click();
  await expect(page.locator('#answer')).toHaveCount(0);

  await page.getByRole('link', { name: 'Manage this discussion' }).click();
  await page.getByLabel('What came of it').fill('We bought **six** ceramic ones.');
  await page.getByRole('button', { name: 'Close the discussion' }).click();
  await expect(page.getByRole('region', { name: 'What came of it' })).toContainText('six');
  await hana.goto(url);
  await expect(hana.getByText('nobody can reply any more')).toBeVisible();
  await expect(hana.getByLabel('Your reply', { exact: true })).toHaveCount(0);
  await hana.context().close();
});

test('a lead writes where it stands, renames it and moves it to another group @nojs', async ({ page }) => {
  await signIn(page, 'callum');
  await page.goto('/groups/climate-resilient-clinics/new');
  await page.getByLabel('Title').fill(unique('Rotas'));
  await page.getByLabel('Opening text').fill('Who shares theirs?');
  await page.getByRole('button', { name: 'Start the discussion' }).click();
  await expect(page.getByText('Nobody has replied yet.')).toBeVisible();
  const url = page.url();
  await page.getByRole('link', { name: 'Manage this discussion' }).click();
  await page.getByLabel('Where it stands').fill('Three rotas so far, *two* of them on paper.');
  await page.getByRole('button', { name: 'Save the summary' }).click();
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('two of them on paper');

  await page.getByRole('link', { name: 'Manage this discussion' }).click();
  const title = unique('Which rota survives a bad week?');
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('radio', { name: 'Discussion' }).check();
  await page.getByRole('button', { name: 'Save title and kind' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  // The address it had before leads to the one it has now.
  await page.goto(url);
  expect(page.url()).toContain('which-rota-survives');

  await page.getByRole('link', { name: 'Manage this discussion' }).click();
  await page.getByRole('combobox', { name: 'Group' }).selectOption('Oxygen and safe surgery');
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect(page.locator('.nhsuk-breadcrumb').getByText('Oxygen and safe surgery').first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('a reply can be reported, once @nojs', async ({ page }) => {
  await signIn(page, 'rosheen');
  // The stories before this one have filled the strand's first page.
  await page.goto('/search?q=emergency+curricula');
  await page.getByRole('link', { name: 'What do emergency curricula leave out?' }).first().click();
  const found = page.locator('article.hub-reply').filter({ hasText: 'Zsófia' }).first();
  await found.getByRole('link', { name: /^Report/ }).click();
  await page.getByRole('button', { name: 'Send the report' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('Choose what is wrong with it.');
  await page.getByLabel('It sells something').check();
  await page.getByRole('button', { name: 'Send the report' }).click();
  const again = page.locator('.nhsuk-error-summary', { hasText: 'You have reported this reply.' });
  await expect(
    page
      .getByText(/have been told/)
      .or(again)
      .first(),
  ).toBeVisible();
});

test('starting one shows what is there already, and how it will look @nojs', async ({
  page,
  javaScriptEnabled,
}) => {
  await signIn(page, 'hana');
  await page.goto('/groups/technical-collaboration/new');
  await page.getByLabel('Title').fill('What emergency medicine curricula leave out');
  await page.getByLabel('Opening text').fill('Is *everything* in yours?');
  const similar = page.getByRole('link', { name: 'What do emergency curricula leave out?' });
  if (javaScriptEnabled) await expect(similar).toBeVisible();
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('.hub-quoted em')).toHaveText('everything');
  await expect(similar).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('What emergency medicine curricula leave out');
});

test('unread leads to the first reply not read, on its page @nojs', async ({ page, browser }) => {
  const rosheen = await someoneElse(browser, 'rosheen');
  const url = await startDiscussion(rosheen, 'A long one', 'Beginning.');
  for (let n = 2; n <= 24; n++) await postQuietly(rosheen, `Number ${n}.`);
  await rosheen.context().close();

  await signIn(page, 'hana');
  const [, , id] = new URL(url).pathname.split('/');
  await page.goto(`/discussions/${id}/unread`);
  await expect(page).toHaveURL(/#reply-1$/);
  await page.getByRole('link', { name: 'Page 2', exact: true }).click();
  await expect(page.locator(reply(21))).toBeVisible();
  await expect(page.locator('article.hub-reply')).toHaveCount(4);
  await page.goto(`/discussions/${id}/any-old-name?page=2`);
  expect(new URL(page.url()).pathname).toContain('a-long-one');
});

test('what others do to a discussion shows in place, and moves nothing that is read', async ({
  page,
  browser,
}) => {
  await signIn(page, 'hana');
  const url = await startDiscussion(page, 'Live head', LONG);
  const rosheen = await someoneElse(browser, 'rosheen');
  await rosheen.goto(url);
  await postQuietly(rosheen, 'Spare valves.');
  await page.goto(url);
  await expect(page.getByText(/^Up to date at/)).toBeVisible();

  await rosheen.goto(url);
  await rosheen
    .locator(reply(1))
    .getByRole('button', { name: /^Thank/ })
    .click();
  await expect(page.locator(reply(1))).toContainText('1 thanks');

  const solenne = await someoneElse(browser, 'solenne');
  await solenne.goto(url);
  await page.locator('#reply-2-heading').scrollIntoViewIfNeeded();
  const before = await page.locator('#reply-2-heading').boundingBox();
  await solenne.getByRole('link', { name: 'Manage this discussion' }).click();
  await solenne.getByLabel('Where it stands').fill('Valves, mostly.');
  await solenne.getByRole('button', { name: 'Save the summary' }).click();
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Valves, mostly.');
  const after = await page.locator('#reply-2-heading').boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 99))).toBeLessThanOrEqual(1);
  for (const other of [rosheen, solenne]) await other.context().close();
});
