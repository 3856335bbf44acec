import { beforeEach } from 'vitest';
import { as, type Nested } from './as.ts';
import { cast, type Cast } from './cast.ts';
import { nodesOf } from './responses.ts';
import type { Person } from '../src/people/person.ts';
import { START, POST } from './talk.ts';

export const TAB = `query ($tab: InboxTab!, $first: Int, $after: String) { unreadInbox inboxCounts { needsReply updates snoozed muted }
  inboxThings(tab: $tab, first: $first, after: $after) { edges { cursor node {
    id kind title href at count unread needsReply closesAt snoozedUntil latest { id says } } } pageInfo { hasNextPage } } }`;

export let all: Cast;

beforeEach(async () => {
  all = await cast();
});

export async function start(body: string, title = 'Oxygen plants', by: Person = all.kofi): Promise<string> {
  const { discussion } = await as(by).send(START, { groupId: all.technical.id, title, body });
  return String(discussion?.id);
}

export const answerTo = (by: Person, discussionId: string, inReplyTo: number, body = 'Valves.') =>
  as(by).send(POST, { discussionId, body, inReplyTo });

export const tab = async (person: Person, name: string, page: object = {}): Promise<Nested[]> =>
  nodesOf((await as(person).run(TAB, { tab: name, ...page })).inboxThings);

export const counts = async (person: Person) => (await as(person).run(TAB, { tab: 'UPDATES' })).inboxCounts;
