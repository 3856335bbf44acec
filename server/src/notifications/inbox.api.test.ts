import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { inboxOf, listOf, nodesOf } from '../../test/responses.ts';
import { handlesIn } from '../discussions/mention.ts';
import type { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';
import { START, POST } from '../../test/talk.ts';

const REMOVE = `mutation ($input: RemoveReplyInput!) { removeReply(input: $input) {
  ... on RemoveReplyPayload { reply { id } } ${PROBLEMS} } }`;
const MARK = `mutation ($input: MarkNotificationsInput!) { markNotifications(input: $input) {
  ... on MarkNotificationsPayload { unreadInbox } ${PROBLEMS} } }`;
const ALL_DONE = `mutation ($input: MarkAllDoneInput!) { markAllDone(input: $input) {
  ... on MarkAllDonePayload { unreadInbox } ${PROBLEMS} } }`;
const INBOX = `query ($filter: InboxFilter) { unreadInbox inbox(filter: $filter) { edges { node {
  id kind says href readAt doneAt actor { displayName } } } } }`;
const FEED = `query ($stream: String!) { feedSince(cursors: [{ stream: $stream, epoch: 1, seq: 0 }]) { ... on Batch {
  events { type subject { ... on FeedNotification { kind says unread } } } } } }`;

async function start(by: Person, group: { id: string }, body: string): Promise<string> {
  const { discussion } = await as(by).send(START, { groupId: group.id, title: 'Oxygen plants', body });
  return String(discussion?.id);
}

async function post(by: Person, discussionId: string, body: string, inReplyTo?: number): Promise<string> {
  const { reply } = await as(by).send(POST, { discussionId, body, inReplyTo });
  return String(reply?.id);
}

const notifications = async (person: Person, filter = 'OPEN') =>
  nodesOf((await as(person).run(INBOX, { filter })).inbox);

describe('what is addressed to a person', () => {
  test('is a mention or an answer, once, and never one’s own words', async () => {
    const all = await cast();
    const { kofi, tendo, meera } = all;
    const id = await start(
      kofi,
      all.technical,
      'What do you do, @meera-vallathur? Signed, @kofi-merriweather.',
    );
    await post(tendo, id, 'Valves, @kofi-merriweather and @nobody-here.', 1);
    await post(tendo, id, 'And `@meera-vallathur` is code.');

    expect(await inboxOf(meera)).toEqual(['MENTION: Kofi Merriweather mentioned you in “Oxygen plants”.']);
    expect(await inboxOf(kofi)).toEqual(['REPLY_TO_ME: Tendo Balikuza replied to you in “Oxygen plants”.']);
    expect((await notifications(kofi))[0]).toMatchObject({ href: `/discussions/${id}?page=1#reply-2` });
    expect(await inboxOf(tendo)).toEqual([]);
    await expect(as(null).run(INBOX)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });

  test('is only what they may read, on the day it is sent and on the day it is read', async () => {
    const all = await cast();
    const { kofi, meera, pemba, technical } = all;
    await start(kofi, all.advisers, 'For us alone, @meera-vallathur, not for @pemba.');
    const open = await start(kofi, technical, 'Everyone may read this.');
    const removed = await post(kofi, open, 'Look here, @pemba.');
    expect(await inboxOf(pemba)).toHaveLength(1);
    expect(await inboxOf(meera)).toHaveLength(1);

    await as(kofi).send(REMOVE, { replyId: removed });
    const em = (await hub()).orm.em.fork();
    await rows(
      em,
      sql`update membership set state = 'LEFT' where person_id = ${meera.id} and group_id = ${all.advisers.id}`,
    );

    for (const person of [pemba, meera]) {
      expect(await notifications(person)).toMatchObject([
        { kind: 'MENTION', says: 'This is no longer available to you.', href: '/inbox', actor: null },
      ]);
    }
  });

  test('is marked read or done by themselves alone', async () => {
    const all = await cast();
    const { kofi, meera, tendo } = all;
    await start(kofi, all.technical, 'Hello @meera-vallathur');
    await start(tendo, all.technical, 'And hello @meera-vallathur again');
    const [latest, first] = await notifications(meera);

    const theirs = await as(tendo).send(MARK, { ids: [latest?.id], done: true });
    expect(theirs).toMatchObject({ unreadInbox: 0 });
    expect((await as(meera).run(INBOX)).unreadInbox).toBe(2);
    expect(await as(meera).send(MARK, { ids: [latest?.id], done: false })).toMatchObject({ unreadInbox: 1 });
    expect((await notifications(meera))[0]).toMatchObject({ readAt: expect.any(String), doneAt: null });
    await as(meera).send(MARK, { ids: [first?.id], done: true });
    expect((await notifications(meera, 'DONE')).map((one) => one.id)).toEqual([first?.id]);
    expect(await as(meera).send(ALL_DONE, {})).toMatchObject({ unreadInbox: 0 });
    expect(await notifications(meera)).toEqual([]);
  });

  test('reaches their open pages over their own stream, and nobody else’s', async () => {
    const all = await cast();
    await start(all.kofi, all.technical, 'Hello @meera-vallathur');

    const { feedSince } = await as(all.meera).run(FEED, { stream: `person:${all.meera.id}` });
    const events = listOf(feedSince).flatMap((item) => listOf(item.events ?? ([] as never)));
    expect(events).toEqual([
      {
        type: 'notification.added',
        subject: { kind: 'MENTION', says: 'Kofi Merriweather mentioned you in “Oxygen plants”.', unread: 1 },
      },
    ]);
    const other = await as(all.tendo).run(FEED, { stream: `person:${all.meera.id}` });
    expect(listOf(other.feedSince).every((item) => !item.events)).toBe(true);
  });

  test('takes as many statements for twenty as for one', async () => {
    const all = await cast();
    const look = () => as(all.meera).run(INBOX);
    const id = await start(all.kofi, all.technical, 'Hello @meera-vallathur');
    await look();
    const one = await statementsOf(look);
    for (let n = 0; n < 10; n++) await post(all.kofi, id, `Number ${n}, @meera-vallathur`);
    const { request } = await openRequestOf(all);
    const asked = { requestId: request.id, personIds: [all.meera.id], overrideReason: 'Known to us.' };
    await act(all.hana, 'inviteExperts', asked);
    const many = await statementsOf(look);

    expect(await notifications(all.meera)).toHaveLength(12);
    expect(many.length).toBe(one.length);
  });
});

test('handles are found in words, not in code, addresses or parts of words', () => {
  expect(handlesIn('@a-b, (@c) @D! x@e.org `@f` /@g\n```\n@h\n```\n@i-')).toEqual(['a-b', 'c', 'd']);
  expect(handlesIn('@'.repeat(50_000))).toEqual([]);
});
