import type { Page } from '@playwright/test';
import { someoneElse, signIn } from './people.ts';
import { editQuietly, LONG, post, postQuietly, startDiscussion } from './talk.ts';
import { expect, test } from './test.ts';

const upToDate = (page: Page) => expect(page.getByText(/^Up to date at/)).toBeVisible({ timeout: 20_000 });
const topOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())?.y ?? NaN;

test('a reply below waits for its reader, and one in sight is put at the end', async ({ page, browser }) => {
  await signIn(page, 'hana');
  const address = await startDiscussion(page, 'Cold chain in a power cut', LONG);
  await upToDate(page);
  const before = await page.locator('#reply-1').boundingBox();
  const rosheen = await someoneElse(browser, 'rosheen');
  await rosheen.goto(address);

  await post(rosheen, 'Nine hours, with the door shut.');
  await expect(rosheen.locator('#reply-2-heading')).toBeFocused();
  await expect(page).toHaveTitle(/^\(1\) /);
  expect(await page.locator('#reply-1').boundingBox()).toEqual(before);
  await page.getByRole('button', { name: 'Show 1 new reply' }).click();
  await expect(page.locator('#reply-2-heading')).toBeFocused();
  await expect(page).not.toHaveTitle(/^\(/);

  await page.locator('.hub-composer').scrollIntoViewIfNeeded();
  await expect(page.locator('.hub-replies > li').last()).toBeInViewport();
  await post(rosheen, 'Seven, if it is opened.');
  await expect(page.locator('#reply-3')).toContainText('Seven');
  await rosheen.context().close();
});

test('fifty replies move nothing and say little', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signIn(page, 'hana');
  const address = await startDiscussion(page, 'Fifty at once', LONG);
  const rosheen = await someoneElse(browser, 'rosheen');
  await rosheen.goto(address);
  const above = await postQuietly(rosheen, 'Short.');
  for (let n = 3; n <= 8; n++) await postQuietly(rosheen, `${n}\n\n${LONG}`);
  await page.goto('/');
  await page.goto(`${address}#reply-5`);
  await upToDate(page);
  await page.evaluate(() => {
    const said: { at: number; text: string }[] = [];
    Object.assign(globalThis, { said });
    const region = document.querySelector('[role="status"]');
    const note = () => {
      if (region?.textContent?.trim()) said.push({ at: performance.now(), text: region.textContent });
    };
    new MutationObserver(note).observe(region as Node, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  const before = await topOf(page, '#reply-5');
  expect(before).toBeGreaterThan(-50);

  let furthest = 0;
  for (let n = 1; n <= 50; n++) {
    await postQuietly(rosheen, `Number ${n} of fifty.`);
    if (n === 20) await editQuietly(rosheen, above, LONG);
    if (n % 5 === 0) furthest = Math.max(furthest, Math.abs((await topOf(page, '#reply-5')) - before));
  }
  await expect(page.getByRole('button', { name: 'Show 50 new replies' })).toBeAttached({ timeout: 20_000 });
  await expect(page.locator('#reply-2')).toContainText('Paragraph 24');
  furthest = Math.max(furthest, Math.abs((await topOf(page, '#reply-5')) - before));
  expect(furthest).toBeLessThanOrEqual(1);
  await expect(page).toHaveTitle(/^\(50\) /);

  await page.waitForTimeout(21_000);
  const said = await page.evaluate(() => (globalThis as unknown as { said: { at: number }[] }).said);
  expect(said.length).toBeGreaterThan(0);
  for (const [n, { at }] of said.slice(1).entries())
    expect(at - (said[n]?.at ?? 0)).toBeGreaterThanOrEqual(19_900);
  await rosheen.context().close();
});

test('after a cut of thirty seconds every reply is there exactly once', async ({ page, browser }) => {
  test.setTimeout(150_000);
  await signIn(page, 'hana');
  const address = await startDiscussion(page, 'After the cut', 'Counting.');
  await upToDate(page);
  const rosheen = await someoneElse(browser, 'rosheen');
  await rosheen.goto(address);

  const cut = Date.now();
  await page.context().setOffline(true);
  await expect(page.getByText('Connection lost. What you write is saved.').last()).toBeVisible({
    timeout: 20_000,
  });
  for (const word of ['One', 'Two', 'Three']) await post(rosheen, `${word}.`);
  await page.waitForTimeout(Math.max(0, cut + 30_000 - Date.now()));
  await expect(page.locator('article.hub-reply')).toHaveCount(1);
  await page.context().setOffline(false);

  await expect(page.locator('.hub-cut')).toBeHidden({ timeout: 45_000 });
  const show = page.getByRole('button', { name: /^Show \d new repl/ });
  await expect(page.locator('article.hub-reply').last().or(show).last()).toBeVisible();
  if (await show.isVisible()) await show.click();
  await expect(page.locator('article.hub-reply')).toHaveCount(4);
  for (const word of ['One.', 'Two.', 'Three.'])
    await expect(page.getByText(word, { exact: true })).toHaveCount(1);
  await upToDate(page);
  await rosheen.context().close();
});

test('who wants no live updates is offered to refresh', async ({ page, context, baseURL }) => {
  await signIn(page, 'hana');
  await context.addCookies([{ name: 'hub-live', value: 'off', url: String(baseURL) }]);
  // Left first, because the page that came with signing in may still be opening its socket.
  await page.goto('about:blank');
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(await startDiscussion(page, 'Spare the data', 'Quietly.'));

  await expect(page.getByText('Live updates are off.')).toBeVisible();
  await page.getByRole('link', { name: 'Refresh' }).click();
  await expect(page.getByText('Live updates are off.')).toBeVisible();
  expect(sockets).toEqual([]);
});

test('what was read is marked by reading, and can be marked unread from any reply @nojs', async ({
  page,
  browser,
}, info) => {
  const scripts = info.project.name !== 'noscript';
  const rosheen = await someoneElse(browser, 'rosheen', scripts);
  const address = await startDiscussion(rosheen, 'Which reply was it?', 'One.');
  await signIn(page, 'hana');
  await page.goto(address);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const line = page.locator('.hub-rows li', { hasText: title });
  await page.waitForTimeout(scripts ? 4_500 : 500);
  await page.goto('/strands/technical-collaboration');
  await expect(line).not.toHaveClass(/unread/);

  await page.goto(address);
  await page.getByRole('button', { name: /^Mark unread from here/ }).click();
  await expect(page).toHaveURL(/technical-collaboration/);
  await expect(line).toHaveClass(/unread/);
  await rosheen.context().close();
});
