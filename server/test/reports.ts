import { beforeEach } from 'vitest';
import { as, mutationOf, type Nested } from './as.ts';
import { cast, type Cast } from './cast.ts';
import type { Person } from '../src/people/person.ts';

export const START = mutationOf(
  'startDiscussion',
  'discussion { id replies(first: 1) { edges { node { id } } } }',
);

const POST = mutationOf('postReply', 'reply { id }');

const REPORT = mutationOf('reportReply', 'reply { id }');

const SETTLE = mutationOf('settleReports', 'reply { removedAt ruling { verdict reason by { handle } } }');

export const QUEUE = `query ($view: ReportsView!, $first: Int) { reportsWaiting reportedReplies(view: $view, first: $first) { edges { node {
  count earlier reports { reason note reportedBy { handle } } before { html } ruling { verdict reason by { handle } }
  reply { number html author { handle } discussion { title group { name } } } } } pageInfo { hasNextPage endCursor } } }`;

export let all: Cast;

let discussionId: unknown;

beforeEach(async () => {
  all = await cast();
  const words = { groupId: all.technical.id, title: 'Pumps', body: 'Which pump lasts?' };
  discussionId = (await as(all.meera).send(START, words)).discussion?.id;
});

export async function posted(by: Person, body: string, at = discussionId): Promise<string> {
  const { reply } = await as(by).send(POST, { discussionId: at, body });
  return String(reply?.id);
}

export const report = (by: Person, replyId: string, note = '') =>
  as(by).send(REPORT, { replyId, reason: 'ADVERTISING', note });

export const settle = (by: Person, replyId: string, verdict: string, more: object = {}) =>
  as(by).send(SETTLE, { replyId, seen: 9, verdict, reason: 'We do not sell here.', ...more });

export async function queue(by: Person, view = 'WAITING', first = 20): Promise<Nested[]> {
  const { reportedReplies } = await as(by).run(QUEUE, { view, first });
  return (reportedReplies?.edges as unknown as Nested[]).map(({ node }) => node as Nested);
}
