import { join, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';

test('a newcomer joins the hub and a strand, starts a discussion and answers in it @nojs @keys', async ({
  page,
}) => {
  const title = unique('Which handover sheet works on nights?');
  await page.goto('/');
  await page.getByRole('link', { name: /join/i }).first().click();
  await join(page, 'Ngozi', `${unique('ngozi').replace(' ', '-')}@example.org`);

  await page.goto('/strands');
  await page.getByRole('link', { name: 'Technical collaboration' }).click();
  await page.getByRole('button', { name: 'Join this strand' }).click();
  await expect(page.getByText('You are a member')).toBeVisible();

  await page.getByRole('button', { name: 'Start a discussion' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Opening text').fill('Ours loses the **pending bloods**. What does yours look like?');
  await page.getByRole('button', { name: 'Start the discussion' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('strong', { hasText: 'pending bloods' })).toBeVisible();
  await page
    .getByLabel('Your reply', { exact: true })
    .fill('Answering myself: a column for what is still awaited.');
  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(page.locator('#reply-2')).toContainText('what is still awaited');
});

test('what cannot be posted is refused beside the box, and nothing typed is lost @nojs @keys', async ({
  page,
}) => {
  await signIn(page, 'rosheen');
  await page.goto('/strands/technical-collaboration');
  await page.locator('section[aria-labelledby=discussions] .hub-rows a').first().click();
  await page
    .getByLabel('Your reply', { exact: true })
    .fill('The patient with NHS number 999 000 0018 came back.');
  await page.getByRole('button', { name: 'Post reply' }).click();

  await expect(page.locator('.nhsuk-error-summary')).toContainText(/patient/i);
  await expect(page.getByLabel('Your reply', { exact: true })).toHaveValue(/999 000 0018/);
  await expect(page).toHaveTitle(/^Error: /);
});
