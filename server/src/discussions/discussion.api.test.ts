import { describe, expect, test } from 'vitest';
import { as, PROBLEMS, type Nested } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { statementsOf } from '../../test/hub.ts';
import { START, POST } from '../../test/talk.ts';

const EDIT = `mutation ($input: EditReplyInput!) { editReply(input: $input) {
  ... on EditReplyPayload { reply { html editedAt version revisions { version html } } } ${PROBLEMS} } }`;
const REMOVE = `mutation ($input: RemoveReplyInput!) { removeReply(input: $input) {
  ... on RemoveReplyPayload { reply { number html body removedAt } } ${PROBLEMS} } }`;
const MARK = `mutation ($input: MarkReadInput!) { markRead(input: $input) { ... on MarkReadPayload { discussion { unreadCount readTo } } ${PROBLEMS} } }`;
const LIST = `query ($groupId: ID, $filter: DiscussionFilter, $first: Int, $after: String) {
  discussions(groupId: $groupId, filter: $filter, first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { title summary replyCount unreadCount startedBy { displayName } } } } }`;
const PAGE = `query ($id: ID!, $from: Int) { discussion(id: $id) { title unreadCount viewerCan { reply } startedBy { handle }
  replies(first: 20, from: $from) { edges { node { number html author { displayName isVerified } viewerCan { edit remove } } } pageInfo { hasNextPage } } } }`;

async function start(all: Cast, title: string, words: Record<string, unknown> = {}): Promise<string> {
  const { discussion } = await as(all.kofi).send(START, {
    groupId: all.technical.id,
    title,
    body: 'What do you do?',
    ...words,
  });
  return String(discussion?.id);
}

async function titles(all: Cast, variables: Record<string, unknown>): Promise<string[]> {
  const { discussions } = await as(all.tendo).run(LIST, {
    groupId: all.technical.id,
    first: 10,
    ...variables,
  });
  return (discussions?.edges as unknown as { node: { title: string } }[]).map(({ node }) => node.title);
}

describe('starting', () => {
  test('is refused in one go for all that is wrong', async () => {
    const all = await cast();

    const { problems } = await as(all.tendo).send(START, {
      groupId: all.technical.id,
      title: '\n',
      body: '',
      lang: 'klingonese',
      kind: 'ANNOUNCEMENT',
    });

    expect(
      (problems as unknown as { code: string; field: string }[]).map(({ code, field }) => `${field} ${code}`),
    ).toEqual(['kind NOT_ALLOWED', 'title BLANK', 'body BLANK', 'lang NOT_VALID']);
  });
});

describe('a list of discussions', () => {
  test('has the latest reply first, pages by cursor, and knows what is unread and unanswered', async () => {
    const all = await cast();
    const first = await start(all, 'First');
    await start(all, 'Second');
    await start(all, 'Third');
    await as(all.meera).send(POST, { discussionId: first, body: 'Up it goes.' });

    expect(await titles(all, {})).toEqual(['First', 'Third', 'Second']);
    expect(await titles(all, { filter: 'UNANSWERED' })).toEqual(['Third', 'Second']);
    const { discussions } = await as(all.tendo).run(LIST, { groupId: all.technical.id, first: 2 });
    expect(await titles(all, { after: discussions?.pageInfo?.endCursor })).toEqual(['Second']);
    await as(all.tendo).send(MARK, { discussionId: first, number: 2 });
    expect(await titles(all, { filter: 'UNREAD' })).toEqual(['Third', 'Second']);
  });

  test('takes one statement, for one row or for twenty', async () => {
    const all = await cast();
    await start(all, 'One');
    const ask = () => as(all.tendo).run(LIST, { groupId: all.technical.id, first: 50 });
    const forOne = await statementsOf(ask);
    for (let n = 2; n <= 20; n++) await start(all, `Number ${n}`);

    expect(await statementsOf(ask)).toHaveLength(forOne.length);
    expect(forOne).toHaveLength(1);
  });

  test('tells a visitor what is talked about in open groups, and nobody who said it', async () => {
    const all = await cast();
    await start(all, 'Open');
    await as(all.kofi).send(START, { groupId: all.advisers.id, title: 'Closed', body: 'Not for all.' });

    const { discussions } = await as(null).run(LIST, { first: 10 });

    expect((discussions?.edges as unknown as Nested[]).map(({ node }) => node)).toMatchObject([
      { title: 'Open', summary: 'What do you do?', startedBy: null, unreadCount: 0 },
    ]);
  });
});

describe('a discussion', () => {
  test('takes the same statements for one reply and for twenty', async () => {
    const all = await cast();
    const id = await start(all, 'Rotas');
    const ask = () => as(all.tendo).run(PAGE, { id });
    const forOne = await statementsOf(ask);
    for (let n = 0; n < 19; n++)
      await as(n % 2 ? all.meera : all.tendo).send(POST, { discussionId: id, body: `Reply ${n}.` });

    expect(await statementsOf(ask)).toHaveLength(forOne.length);
    expect(forOne.length).toBeLessThanOrEqual(2);
  });

  test('begins its page at any number', async () => {
    const all = await cast();
    const id = await start(all, 'Long');
    for (let n = 2; n <= 25; n++) await as(all.tendo).send(POST, { discussionId: id, body: `Reply ${n}.` });

    const { discussion } = await as(all.meera).run(PAGE, { id, from: 21 });

    const numbers = (discussion?.replies?.edges as unknown as { node: { number: number } }[]).map(
      ({ node }) => node.number,
    );
    expect(numbers).toEqual([21, 22, 23, 24, 25]);
  });
});

describe('a reply', () => {
  async function posted(): Promise<{ all: Cast; id: string; version: number }> {
    const all = await cast();
    const discussionId = await start(all, 'Rotas');
    const { reply } = await as(all.tendo).send(POST, { discussionId, body: 'On the dor.' });
    return { all, id: String(reply?.id), version: Number(reply?.version) };
  }

  test('is edited by its author, and keeps what it said', async () => {
    const { all, id, version } = await posted();

    const { reply } = await as(all.tendo).send(EDIT, { replyId: id, version, body: 'On the door.' });

    expect(reply).toMatchObject({
      version: 2,
      html: expect.stringContaining('On the door.'),
      revisions: [{ version: 1, html: expect.stringContaining('On the dor.') }],
    });
    expect((await as(all.tendo).send(EDIT, { replyId: id, version, body: 'Late.' })).problems).toMatchObject([
      { code: 'STALE', field: 'body' },
    ]);
    expect(
      (await as(all.kofi).send(EDIT, { replyId: id, version: 2, body: 'Not mine.' })).problems,
    ).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  });

  test('is removed by its author or a lead; its number and a stub stay', async () => {
    const { all, id } = await posted();

    expect((await as(all.meera).send(REMOVE, { replyId: id })).problems).toMatchObject([
      { code: 'NOT_ALLOWED' },
    ]);
    expect((await as(all.kofi).send(REMOVE, { replyId: id })).reply).toMatchObject({
      number: 2,
      html: null,
      body: null,
    });
    expect((await as(all.kofi).send(REMOVE, { replyId: id })).problems).toMatchObject([
      { code: 'ALREADY_DONE' },
    ]);
  });

  test('once read stays read: the mark never falls, and refuses numbers there are not', async () => {
    const { all } = await posted();
    const id = (await as(all.meera).run(LIST.replace('{ title', '{ id title'), { first: 1 })).discussions
      ?.edges?.[0]?.node?.id;

    expect((await as(all.meera).send(MARK, { discussionId: id, number: 2 })).discussion).toEqual({
      unreadCount: 0,
      readTo: 2,
    });
    expect((await as(all.meera).send(MARK, { discussionId: id, number: 1 })).discussion).toEqual({
      unreadCount: 0,
      readTo: 2,
    });
    expect((await as(all.meera).send(MARK, { discussionId: id, number: 3 })).problems).toMatchObject([
      { code: 'OUT_OF_RANGE', field: 'number' },
    ]);
  });
});
