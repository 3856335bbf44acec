import { someoneElse, signIn, unique } from './people.ts';
import { ask, postQuietly, startDiscussion } from './talk.ts';
import { expect, test } from './test.ts';

const REPORT = 'mutation ($input: ReportReplyInput!) { reportReply(input: $input) { __typename } }';
const row = (words: string) => ({ hasText: words });

test('a report is settled, and everybody hears what concerns them @nojs', async ({ page, browser }) => {
  const [selling, why] = [unique('Buy my pumps.'), unique('We do not sell here.')];
  const tendo = await someoneElse(browser, 'tendo');
  await startDiscussion(tendo, 'Which pump lasts?', 'I have one to sell.');
  const { id } = await postQuietly(tendo, selling);
  await signIn(page, 'rosheen');
  await page.goto(`/replies/${id}/report`);
  await page.getByLabel('It sells something').check();
  await page.getByRole('button', { name: 'Send the report' }).click();
  await expect(page.getByText(/have been told/).first()).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, 'hana');
  await page.goto('/staff');
  await page.getByRole('link', { name: 'Reports' }).click();
  const reported = page.locator('.hub-rows > li').filter(row(selling));
  await expect(reported).toContainText('It sells something');
  await reported.getByText('Decide', { exact: true }).click();
  await reported.getByLabel('It is removed').check();
  await reported.getByRole('button', { name: 'Settle the reports' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toBeVisible();
  await reported.getByLabel('Why').fill(why);
  await reported.getByRole('button', { name: 'Settle the reports' }).click();
  await expect(page.getByText('The reply was removed. Its author')).toBeVisible();
  await expect(page.locator('.hub-rows > li').filter(row(selling))).toHaveCount(0);

  await tendo.goto(`/replies/${id}/ruling`);
  await expect(tendo.getByText(why)).toBeVisible();
  await tendo.context().close();
});

test('a report that comes is counted on the page of whoever looks', async ({ page, browser }) => {
  await signIn(page, 'hana');
  await page.goto('/admin/reports');
  await expect(page.getByText(/^Up to date at/)).toBeVisible({ timeout: 20_000 });
  const tendo = await someoneElse(browser, 'tendo');
  await startDiscussion(tendo, 'Which bag?', 'The blue one?');
  const { id } = await postQuietly(tendo, 'Mine.');
  const rosheen = await someoneElse(browser, 'rosheen');
  await rosheen.goto('/');
  const input = { clientMutationId: crypto.randomUUID(), replyId: id, reason: 'UNKIND' };
  await ask(rosheen, REPORT, { input });
  const news = page.getByRole('link', { name: /new report/ });
  await expect(news).toBeVisible({ timeout: 20_000 });
  await news.click();
  await expect(page.locator('.hub-rows > li').filter(row('Mine.')).first()).toBeVisible();
  for (const other of [tendo, rosheen]) await other.context().close();
});
