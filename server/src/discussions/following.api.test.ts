import { describe, expect, test } from 'vitest';
import { as, PROBLEMS, type Nested } from '../../test/as.ts';
import { type Cast } from '../../test/cast.ts';
import { question } from '../../test/questions.ts';
import { POST } from '../../test/talk.ts';

const FOLLOW = `mutation ($input: FollowDiscussionInput!) { followDiscussion(input: $input) {
  ... on FollowDiscussionPayload { discussion { viewerFollows } } ${PROBLEMS} } }`;
const REPORT = `mutation ($input: ReportReplyInput!) { reportReply(input: $input) {
  ... on ReportReplyPayload { reply { number } } ${PROBLEMS} } }`;

describe('followers', () => {
  const inbox = async (person: Cast['tendo']) =>
    (await as(person).run('{ inbox { edges { node { kind says href } } } }')).inbox
      ?.edges as unknown as Nested[];

  test('hear once of all replies since they looked; who is answered hears only of that', async () => {
    const { all, id } = await question();
    await as(all.kofi).send(FOLLOW, { discussionId: id });
    await as(all.meera).send(POST, { discussionId: id, body: 'One more thing.' });
    await as(all.meera).send(POST, { discussionId: id, body: 'And another.', inReplyTo: 1 });

    expect((await inbox(all.kofi)).map(({ node }) => node)).toEqual([
      {
        kind: 'FOLLOWED',
        says: 'There are new replies in “Which oxygen sensor lasts?”, which you follow.',
        href: `/discussions/${id}/unread`,
      },
    ]);
    // Who starts a discussion follows it.
    expect((await inbox(all.tendo)).map(({ node }) => node?.kind)).toEqual(['REPLY_TO_ME', 'FOLLOWED']);
    expect(await inbox(all.meera)).toEqual([]);
  });

  test('who stopped following hears nothing more', async () => {
    const { all, id } = await question();
    const follow = (follows: boolean) =>
      as(all.kofi).send(FOLLOW, {
        discussionId: id,
        follow: follows,
      });
    expect((await follow(false)).discussion).toEqual({ viewerFollows: false });
    expect((await follow(true)).discussion).toEqual({ viewerFollows: true });
    await follow(false);
    await as(all.meera).send(POST, { discussionId: id, body: 'One more thing.' });
    expect(await inbox(all.kofi)).toEqual([]);
  });
});

describe('a report', () => {
  test('reaches the lead, once, and does not say who sent it', async () => {
    const { all, replyId } = await question();
    const report = (words: object) => as(all.tendo).send(REPORT, { replyId, ...words });

    expect((await report({ reason: 'OTHER' })).problems).toMatchObject([{ code: 'BLANK', field: 'note' }]);
    expect((await report({ reason: 'UNSAFE' })).reply).toEqual({ number: 2 });
    expect((await report({ reason: 'UNSAFE' })).problems).toMatchObject([{ code: 'ALREADY_DONE' }]);
    const { inbox: list } = await as(all.kofi).run(
      '{ inbox { edges { node { kind says actor { handle } } } } }',
    );
    expect((list?.edges as unknown as Nested[]).map(({ node }) => node)).toMatchObject([
      { kind: 'REPORTED', actor: null },
    ]);
  });
});
