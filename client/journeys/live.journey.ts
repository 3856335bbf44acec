import { someoneElse, unique, signIn } from './people.ts';
import { expect, test } from './test.ts';

test('a reply arrives at another reader without moving what they read', async ({ page, browser }) => {
  await signIn(page, 'hana');
  await page.goto('/groups/technical-collaboration/new');
  const title = unique('Cold chain in a power cut');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Opening text').fill('How long do your fridges hold?');
  await page.getByRole('button', { name: 'Start the discussion' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText(/^Up to date at/)).toBeVisible();
  const before = await page.locator('#reply-1').boundingBox();

  const rosheen = await someoneElse(browser, 'rosheen');
  await rosheen.goto(page.url());
  const words = unique('Nine hours, with the door shut.');
  await rosheen.getByLabel('Your reply', { exact: true }).fill(words);
  await rosheen.getByRole('button', { name: 'Post reply' }).click();
  await expect(rosheen.locator('#reply-2')).toContainText(words);

  const show = page.getByRole('button', { name: 'Show 1 new reply' });
  await expect(show).toBeVisible();
  expect(await page.locator('#reply-1').boundingBox()).toEqual(before);
  await show.click();
  await expect(page.locator('#reply-2')).toContainText(words);
  await expect(page.locator('#reply-2-heading')).toBeFocused();
  await rosheen.context().close();
});

test('after a cut, every reply is there exactly once', async ({ page, browser }) => {
  await signIn(page, 'hana');
  await page.goto('/groups/technical-collaboration/new');
  await page.getByLabel('Title').fill(unique('After the cut'));
  await page.getByLabel('Opening text').fill('Counting.');
  await page.getByRole('button', { name: 'Start the discussion' }).click();
  await expect(page.getByText(/^Up to date at/)).toBeVisible();
  const rosheen = await someoneElse(browser, 'rosheen');
  await rosheen.goto(page.url());

  await page.context().setOffline(true);
  for (const word of ['One', 'Two', 'Three']) {
    await rosheen.getByLabel('Your reply', { exact: true }).fill(`${word}.`);
    await rosheen.getByRole('button', { name: 'Post reply' }).click();
    await expect(rosheen.getByText(`${word}.`, { exact: true })).toBeVisible();
  }
  await page.context().setOffline(false);

  await page.getByRole('button', { name: 'Show 3 new replies' }).click({ timeout: 45_000 });
  await expect(page.locator('article.hub-reply')).toHaveCount(4);
  await rosheen.context().close();
});
