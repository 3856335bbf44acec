import { someoneElse, signIn, unique } from './people.ts';
import { expect, test } from './test.ts';
import { writeRequest } from './writing.ts';

const STILL = ['.hub-request__acts', '.hub-request__main > .hub-still', '.hub-request__side > .hub-still'];

test('a request tells in place what changed, and its text stays the one that was drawn', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const question = unique('Which wards is it for?');
  const hana = await someoneElse(browser, 'hana');
  const address = await writeRequest(
    hana,
    unique('A form that is asked about'),
    'Health systems partnerships',
  );
  await hana.goto(`${address}/edit/check`);
  await hana.getByRole('button', { name: 'Publish this request' }).click();
  await expect(hana.getByText('Pause this request').first()).toBeVisible();

  await signIn(page, 'rosheen');
  // Before any script of the page runs: whatever is drawn again afterwards does not carry the mark.
  await page.addInitScript((places) => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      for (const still of document.querySelectorAll(places)) still.setAttribute('data-seen', '');
    });
  }, STILL.join());
  await page.goto(address);
  await expect(page.locator('html[data-alive]')).toBeAttached();
  await page.getByText('Need more time?').click();

  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByLabel('Your question').fill(question);
  await other.getByRole('button', { name: 'Ask this question' }).click();
  await expect(page.getByRole('heading', { name: question })).toBeVisible();

  await hana.goto(address);
  await hana.getByText('Pause this request').first().click();
  await hana.locator('[name="pause-reason"]').fill('The form is being changed.');
  await hana.getByRole('button', { name: 'Pause this request' }).click();
  await expect(page.getByRole('link', { name: 'Something changed' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask for three more days' })).toBeVisible();
  for (const place of STILL) {
    const parts = page.locator(place);
    expect(await parts.count(), place).toBeGreaterThan(0);
    await expect(page.locator(`${place}[data-seen]`), place).toHaveCount(await parts.count());
  }
  await hana.context().close();
});
