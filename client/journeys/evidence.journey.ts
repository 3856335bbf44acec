import { about, fillDate, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';

test('an expert writes what they have done, mends it, and takes it away @nojs', async ({ page }) => {
  const title = unique('Ventilation audit in Kumasi');
  await signIn(page, 'kofi');
  await page.goto('/account/profile/evidence');
  const words = page.getByLabel('What you did, and what came of it');
  await words.fill('We measured the air of twelve theatres and mended seven of them.');
  await fillDate(page, 'day', -400);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toBeVisible();
  await expect(words).toHaveValue(/twelve theatres/);

  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Save' }).click();
  const piece = page.getByRole('listitem').filter({ hasText: title });
  await expect(piece).toContainText('twelve theatres');

  await piece.getByRole('link', { name: about('Change', title) }).click();
  await words.fill('We measured the air of twenty theatres.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(piece).toContainText('twenty theatres');

  await piece.getByRole('button', { name: about('Remove', title) }).click();
  await expect(piece).toHaveCount(0);
});
