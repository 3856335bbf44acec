import { signIn } from './people.ts';
import { expect, test } from './test.ts';

test('a visitor sees what the hub is for and what came of it, and joins @nojs', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Share expertise/);
  const proof = page.getByRole('region', { name: 'What came of it' });
  await expect(proof.getByText('What changed')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Strands' }).getByRole('link')).toHaveCount(3);
  await expect(
    page.getByRole('region', { name: 'Open requests' }).getByRole('article').first(),
  ).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'How it works' }).click();
  await expect(page.getByRole('heading', { name: 'Everyone hears the outcome' })).toBeInViewport();
  await page.getByRole('main').getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-up/);
});

test('a member finds the request that fits best, and can answer it at once @nojs', async ({ page }) => {
  await signIn(page, 'kofi');
  await page.goto('/');
  const fitting = page.getByRole('region', { name: 'Requests that fit you' });
  const [first] = await fitting.getByRole('article').all();
  await expect(first ?? fitting).toContainText(/match/);
  const title = (await fitting.getByRole('article').first().getByRole('heading').textContent()) ?? '';
  await expect(page.getByRole('region', { name: 'Unread in your strands and groups' })).toBeVisible();
  await fitting.getByRole('button', { name: 'Respond' }).click();
  await expect(page).toHaveURL(/\/respond$/);
  await expect(page.getByRole('main')).toContainText(title.trim());
});

test('staff see what waits for them and how far open requests have come @nojs', async ({ page }) => {
  await signIn(page, 'hana');
  await page.goto('/');
  const open = page.getByRole('region', { name: /open requests?$/ });
  const said = Number(/^(\d+)/.exec((await open.getByRole('heading').textContent()) ?? '')?.[1]);
  await expect(open.locator('tbody tr')).toHaveCount(said);
  const needs = page.getByRole('region', { name: 'Needs you' });
  await needs.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/requests\/|\/inbox/);
  await page.goto('/');
  await page.getByRole('main').getByRole('button', { name: 'Post a request' }).click();
  await expect(page).toHaveURL(/\/requests\/new/);
});

test('the plain pages need no script and speak three languages @nojs', async ({ page }) => {
  for (const path of ['about', 'help', 'accessibility', 'privacy', 'cookies', 'code-of-conduct']) {
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto(`/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(scripts, path).toEqual([]);
  }
  await page.goto('/privacy?lang=ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('الخصوصية');
  await page.goto('/privacy?lang=en');
});
