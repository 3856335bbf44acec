import { signIn } from './people.ts';
import { box, startDiscussion } from './talk.ts';
import { expect, test } from './test.ts';

test('the palette leads anywhere by a few letters, and gives focus back', async ({ page }) => {
  await signIn(page, 'hana');
  await page.goto('/strands');
  await page.getByRole('link', { name: 'Requests', exact: true }).focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Go to a place or do something' });
  await expect(palette.getByLabel('Type a few letters')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(page.getByRole('link', { name: 'Requests', exact: true })).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('inb');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('single letters do nothing until they are turned on', async ({ page }) => {
  await signIn(page, 'hana');
  await page.goto('/strands');
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/\/strands$/);

  await page.getByRole('link', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('button', { name: 'Turn single letters on' }).click();
  await expect(page.getByText('Single letters are on in this browser.')).toBeVisible();
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/inbox$/);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('a reply is written and posted by keyboard alone', async ({ page, context, baseURL }) => {
  await signIn(page, 'hana');
  await startDiscussion(page, 'By keyboard', 'Write here.');
  await context.addCookies([{ name: 'hub-keys', value: 'on', url: String(baseURL) }]);
  await page.reload();
  await expect(page.getByText(/^Up to date at/)).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.locator('#reply-1-heading')).toBeFocused();
  await page.keyboard.press('r');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('Just typing: j k n r e /');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#reply-2-heading')).toBeFocused();
  await expect(page.locator('#reply-2')).toContainText('Just typing: j k n r e /');
});

test('single letters are turned on without scripts too @nojs', async ({ page }) => {
  await page.goto('/keyboard');
  await page.getByRole('button', { name: 'Turn single letters on' }).click();
  await expect(page.getByText('Single letters are on in this browser.')).toBeVisible();
});

test('signing out leaves nothing of what was written in the browser, and the hub has it', async ({
  page,
}) => {
  await signIn(page, 'rosheen');
  const address = await startDiscussion(page, 'Shared computer', 'Write here.');
  await box(page).fill('Not for the next one here.');
  await expect(page.getByText(/Draft saved on this device/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  const kept = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(kept).toEqual([]);

  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('rosheen@example.org');
  await page.getByLabel('Password', { exact: true }).fill('taskforce-demo');
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await page.goto(address);
  await expect(box(page)).toHaveValue('Not for the next one here.');
});

test('without a connection a page says so in the language of its reader', async ({ page, context }) => {
  // A browser that nobody signed in on is sent no scripts, and has only its own page for being offline.
  await signIn(page, 'hana');
  await page.goto('/?lang=fr');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect
    .poll(() =>
      page.evaluate(async () =>
        (await (await caches.match('/offline'))?.text())?.includes('<html lang="fr"'),
      ),
    )
    .toBe(true);
  await context.setOffline(true);
  await page.goto('/strands');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous n’êtes pas connecté');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('font-weight', '600');
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Réessayer' }).click();
  await expect(page).toHaveURL(/\/strands$/);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Vous n’êtes pas connecté');
});
