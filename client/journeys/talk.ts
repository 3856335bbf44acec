import type { Page } from '@playwright/test';
import { unique } from './people.ts';
import { expect } from './test.ts';

/** Long enough that its end is below the screen. */
export const LONG = Array.from({ length: 24 }, (_, n) => `Paragraph ${n + 1} of what we found.`).join('\n\n');

/** Starts a discussion in Technical collaboration; answers with its address. */
export async function startDiscussion(page: Page, title: string, text: string): Promise<string> {
  await page.goto('/groups/technical-collaboration/new');
  const whole = unique(title);
  await page.getByLabel('Title').fill(whole);
  await page.getByLabel('Opening text').fill(text);
  await page.getByRole('button', { name: 'Start the discussion' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(whole);
  return page.url();
}

export const box = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

/** Posts by the page's own form. */
export async function post(page: Page, words: string): Promise<void> {
  await box(page).fill(words);
  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(page.locator('article.hub-reply').filter({ hasText: words })).toBeVisible();
}

/** Asks the hub as whoever is signed in on this page. */
export function ask<Data>(page: Page, query: string, variables: object): Promise<Data> {
  return page.evaluate(
    async ([text, asked]) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables: asked }),
      });
      return ((await answer.json()) as { data: unknown }).data;
    },
    [query, variables] as const,
  ) as Promise<Data>;
}

const POST =
  'mutation ($input: PostReplyInput!) { postReply(input: $input) { ... on PostReplyPayload { reply { id version } } } }';
const EDIT = 'mutation ($input: EditReplyInput!) { editReply(input: $input) { __typename } }';

/** Posts past the page, as many at once do. */
export async function postQuietly(page: Page, body: string): Promise<{ id: string; version: number }> {
  const [, , discussionId] = new URL(page.url()).pathname.split('/');
  const input = { clientMutationId: crypto.randomUUID(), discussionId, body };
  const { postReply } = await ask<{ postReply: { reply: { id: string; version: number } } }>(page, POST, {
    input,
  });
  return postReply.reply;
}

export async function editQuietly(page: Page, reply: { id: string; version: number }, body: string) {
  const { id: replyId, version } = reply;
  await ask(page, EDIT, { input: { clientMutationId: crypto.randomUUID(), replyId, version, body } });
}
