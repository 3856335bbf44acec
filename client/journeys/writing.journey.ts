import { arrivePatiently } from './arriving.ts';
import type { Page } from '@playwright/test';
import { signIn, someoneElse, unique } from './people.ts';
import { box, post, startDiscussion } from './talk.ts';
import { expect, test } from './test.ts';

test('a double press makes one reply', async ({ page }) => {
  await signIn(page, 'hana');
  await startDiscussion(page, 'Pressed twice', 'Count the replies.');
  await box(page).fill('Once only.');
  await page.getByRole('button', { name: 'Post reply' }).dblclick();
  await expect(page.locator('#reply-2')).toContainText('Once only.');
  await box(page).fill('Twice by script.');
  await page.locator('.hub-composer form').evaluate((form: HTMLFormElement) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await expect(page.locator('#reply-3')).toContainText('Twice by script.');
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.locator('article.hub-reply')).toHaveCount(3);
});

test('a form that is sent twice makes one reply @nojs', async ({ page }) => {
  await signIn(page, 'hana');
  const address = await startDiscussion(page, 'Sent twice', 'Count the replies.');
  const form = page.locator('.hub-composer form');
  const fields = {
    clientMutationId: await form.locator('[name="clientMutationId"]').inputValue(),
    inReplyTo: '',
    body: 'The same form.',
    lang: 'en',
  };
  const action = new URL((await form.getAttribute('action')) ?? '', address).href;
  const headers = { origin: new URL(address).origin, accept: 'text/html' };
  const answers = await Promise.all(
    [1, 2].map(() => page.request.post(action, { form: fields, headers, maxRedirects: 0 })),
  );
  expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
  await page.goto(address);
  await expect(page.locator('article.hub-reply')).toHaveCount(2);
});

test('a draft survives a killed tab, and is gone once posted', async ({ page, context }) => {
  await signIn(page, 'hana');
  const address = await startDiscussion(page, 'Killed tab', 'Write here.');
  const words = unique('Half a thought');
  await box(page).fill(words);
  await expect(page.getByText(/^\s*Draft saved on this device/)).toBeVisible();
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  arrivePatiently(again);
  await again.goto(address);
  await expect(box(again)).toHaveValue(words);
  await expect(again.getByText(/You began to write this on/)).toBeVisible();
  await post(again, words);
  await again.reload();
  await expect(again.locator('#reply-2')).toBeVisible();
  await expect(box(again)).toHaveValue('');
});

test('a session that ends while one writes keeps the words, there and back', async ({ page, context }) => {
  await signIn(page, 'hana');
  const address = await startDiscussion(page, 'Signed out while writing', 'Write here.');
  await box(page).fill('Two hours of thought.');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('Email address').fill('hana@example.org');
  await page.getByLabel('Password', { exact: true }).fill('taskforce-demo');
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(page).toHaveURL(new RegExp(new URL(address).pathname));
  await expect(box(page)).toHaveValue('Two hours of thought.');
  await post(page, 'Two hours of thought.');
  await expect(page.locator('article.hub-reply')).toHaveCount(2);
});

test('what another device wrote meanwhile is offered, never taken', async ({ page, browser }) => {
  test.setTimeout(90_000);
  await signIn(page, 'hana');
  const address = await startDiscussion(page, 'Two devices', 'Write here.');
  const telephone = await someoneElse(browser, 'hana');
  await telephone.goto(address);
  await expect(telephone.getByText(/^Up to date at/)).toBeVisible();
  await box(page).fill('At the desk.');
  await box(telephone).fill('On the telephone.');

  const isAsked = (which: Page) => which.getByText('Which text do you want to go on with?').isVisible();
  await expect
    .poll(async () => (await isAsked(telephone)) || (await isAsked(page)), { timeout: 30_000 })
    .toBe(true);
  const asked = (await isAsked(telephone)) ? telephone : page;
  const [mine, other] =
    asked === telephone ? ['On the telephone.', 'At the desk.'] : ['At the desk.', 'On the telephone.'];
  await expect(box(asked)).toHaveValue(mine);
  await asked.getByText('The other text').first().click();
  await expect(asked.locator('.hub-draft__other')).toHaveText(other);
  await asked.getByRole('button', { name: 'Use the other text' }).click();
  await expect(box(asked)).toHaveValue(other);
  await telephone.context().close();
});

test('what is posted without a connection goes out by itself when it is back', async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, 'hana');
  await startDiscussion(page, 'On the train', 'Write here.');
  await expect(page.getByText(/^Up to date at/)).toBeVisible();
  await page.context().setOffline(true);
  for (const words of ['First tunnel.', 'Second tunnel.']) {
    await box(page).fill(words);
    await page.getByRole('button', { name: 'Post reply' }).click();
  }
  await expect(page.getByText('Not sent yet.', { exact: false })).toHaveCount(2);
  await page.context().setOffline(false);

  await expect(page.locator('#reply-3')).toContainText('Second tunnel.', { timeout: 30_000 });
  await expect(page.locator('#reply-2')).toContainText('First tunnel.');
  await expect(page.getByText('Not sent yet.', { exact: false })).toHaveCount(0);
  await page.reload();
  await expect(page.locator('article.hub-reply')).toHaveCount(3);
});

test('a preview shows how it will look, and keeps the words @nojs', async ({ page }) => {
  await signIn(page, 'hana');
  await startDiscussion(page, 'Preview', 'Write here.');
  await box(page).fill('This is **strong**.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('#preview strong')).toHaveText('strong');
  await expect(box(page)).toHaveValue('This is **strong**.');
});
