import type { Browser, BrowserContext, Page, WebSocket } from '@playwright/test';
import { arrivePatiently } from './arriving.ts';
import { someoneElse, signIn } from './people.ts';
import { postQuietly, startDiscussion } from './talk.ts';
import { expect, test } from './test.ts';

const upToDate = (page: Page) => expect(page.getByText(/^Up to date at/)).toBeVisible({ timeout: 20_000 });

/** How many sockets of a page to the hub are open. */
function socketsOf(page: Page): () => number {
  const all: WebSocket[] = [];
  page.on('websocket', (socket) => all.push(socket));
  return () => all.filter((socket) => !socket.isClosed()).length;
}

async function anotherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  arrivePatiently(page);
  return page;
}

async function elsewhere(browser: Browser, address: string): Promise<Page> {
  const rosheen = await someoneElse(browser, 'rosheen');
  await rosheen.goto(address);
  return rosheen;
}

/** Hana has a discussion open in two tabs; the first holds the socket. */
async function twoTabs(page: Page, title: string) {
  await signIn(page, 'hana');
  const address = await startDiscussion(page, title, 'Who hears it?');
  // Left first, so that only what follows is counted.
  await page.goto('about:blank');
  const other = await anotherTab(page.context());
  const sockets = { first: socketsOf(page), other: socketsOf(other) };
  for (const tab of [page, other]) {
    await tab.goto(address);
    await upToDate(tab);
  }
  expect([sockets.first(), sockets.other()]).toEqual([1, 0]);
  return { address, other, sockets };
}

/** Whether the page holds exactly these replies beside the opening text, each once. */
async function holds(page: Page, ...words: string[]): Promise<void> {
  const show = page.getByRole('button', { name: /^Show \d new repl/ });
  await expect(async () => {
    if (await show.isVisible()) await show.click();
    await expect(page.locator('article.hub-reply')).toHaveCount(words.length + 1, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  for (const said of words) await expect(page.getByText(said, { exact: true })).toHaveCount(1);
}

test('two tabs have one socket between them, and each hears a reply once', async ({ page, browser }) => {
  const { address, other, sockets } = await twoTabs(page, 'One socket');
  const rosheen = await elsewhere(browser, 'about:blank');
  const hers = socketsOf(rosheen);
  await rosheen.goto(address);
  await upToDate(rosheen);
  expect(hers()).toBe(1);

  await postQuietly(rosheen, 'Both of you.');
  for (const tab of [page, other]) await holds(tab, 'Both of you.');
  // Longer than it takes to ask after the other tab, and to ask the hub.
  await page.waitForTimeout(16_000);
  for (const tab of [page, other]) await expect(tab.locator('.hub-cut')).toBeHidden();
  expect([sockets.first(), sockets.other()]).toEqual([1, 0]);
  await rosheen.context().close();
});

test('a tab goes on where the one that held the socket was closed', async ({ page, browser }) => {
  const { address, other, sockets } = await twoTabs(page, 'The first one leaves');
  const rosheen = await elsewhere(browser, address);
  await postQuietly(rosheen, 'Before.');
  await holds(other, 'Before.');

  await Promise.all([page.close(), postQuietly(rosheen, 'Meanwhile.')]);
  await postQuietly(rosheen, 'After.');
  await holds(other, 'Before.', 'Meanwhile.', 'After.');
  expect(sockets.other()).toBe(1);

  const third = await anotherTab(other.context());
  const its = socketsOf(third);
  await third.goto(address);
  await upToDate(third);
  await postQuietly(rosheen, 'And now.');
  await holds(third, 'Before.', 'Meanwhile.', 'After.', 'And now.');
  expect(its()).toBe(0);
  await rosheen.context().close();
});

test('a tab that is frozen hands the socket on, and catches up when it wakes', async ({ page, browser }) => {
  const { address, other, sockets } = await twoTabs(page, 'The first one sleeps');
  const rosheen = await elsewhere(browser, address);
  // A browser without a screen freezes nothing by itself: it is told, and then does nothing, as if it had been.
  const asleep = page.evaluate(async () => {
    document.dispatchEvent(new Event('freeze'));
    await new Promise((told) => setTimeout(told));
    const until = Date.now() + 12_000;
    while (Date.now() < until);
    document.dispatchEvent(new Event('resume'));
  });

  await postQuietly(rosheen, 'While it sleeps.');
  await holds(other, 'While it sleeps.');
  expect(sockets.other()).toBe(1);
  await asleep;
  await postQuietly(rosheen, 'Good morning.');
  for (const tab of [page, other]) await holds(tab, 'While it sleeps.', 'Good morning.');
  expect([sockets.first(), sockets.other()]).toEqual([0, 1]);
  await rosheen.context().close();
});

test('a tab that hangs keeps nobody waiting', async ({ page, browser }) => {
  const { address, other, sockets } = await twoTabs(page, 'The first one hangs');
  const rosheen = await elsewhere(browser, address);
  const hanging = page.evaluate(() => {
    const until = Date.now() + 20_000;
    while (Date.now() < until);
    return Date.now();
  });

  const asked = Date.now();
  await postQuietly(rosheen, 'Anybody there?');
  await holds(other, 'Anybody there?');
  await expect(other.locator('.hub-cut')).toBeHidden();
  expect(Date.now()).toBeLessThan(asked + 12_000);
  expect(sockets.other()).toBe(1);

  await hanging;
  await postQuietly(rosheen, 'Here again.');
  for (const tab of [page, other]) await holds(tab, 'Anybody there?', 'Here again.');
  await rosheen.context().close();
});

test('signing out in one tab silences the others', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signIn(page, 'hana');
  const address = await startDiscussion(page, 'Not for long', 'Who is still here?');
  const kofi = await someoneElse(browser, 'kofi');
  const context = kofi.context();
  const left = await anotherTab(context);
  const sockets = socketsOf(left);
  await left.goto(address);
  await upToDate(left);

  await kofi.getByRole('button', { name: 'Sign out' }).click();
  await expect(kofi.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await postQuietly(page, 'Between ourselves.');
  await expect(left.getByRole('link', { name: 'Sign in' }).last()).toBeVisible();
  await left.waitForTimeout(5_000);
  await expect(left.getByText('Between ourselves.')).toHaveCount(0);
  await expect(left.locator('article.hub-reply')).toHaveCount(1);
  expect(sockets()).toBe(0);
  await context.close();
});

test('a tab of somebody who signed out does not come back as whoever signed in after them', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const { address, other } = await twoTabs(page, 'Taking turns at one machine');
  const rosheen = await elsewhere(browser, address);
  const cookies = await rosheen.context().cookies();
  await page.context().setOffline(true);
  // Until the sockets are given up for lost.
  await page.waitForTimeout(25_000);
  await expect(other.getByText('Connection lost. What you write is saved.').last()).toBeVisible();
  await page.context().addCookies(cookies);
  await page.context().setOffline(false);

  for (const tab of [page, other])
    await expect(tab.getByText('Live updates have stopped')).toBeVisible({ timeout: 40_000 });
  const hers = await anotherTab(page.context());
  await hers.goto(address);
  await upToDate(hers);
  await rosheen.context().close();
});
