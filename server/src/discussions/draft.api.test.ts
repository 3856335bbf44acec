import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { START, POST } from '../../test/talk.ts';

const SAVE = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { ... on SaveDraftPayload { draft { place body version } } ${PROBLEMS} } }`;
const DISCARD = `mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { ... on DiscardDraftPayload { draft { body version } } ${PROBLEMS} } }`;
const DRAFTS = 'query ($places: [String!]!) { drafts(places: $places) { place body version } }';
const UNREAD = `mutation ($input: MarkUnreadInput!) { markUnread(input: $input) { ... on MarkUnreadPayload { discussion { readTo unreadCount } } ${PROBLEMS} } }`;
const READ = `mutation ($input: MarkReadInput!) { markRead(input: $input) { ... on MarkReadPayload { discussion { readTo } } ${PROBLEMS} } }`;
const HEARD = `query ($cursors: [CursorInput!]!) { feedSince(cursors: $cursors) { __typename
  ... on Batch { events { type subject { ... on FeedDraft { place version isEmpty } ... on FeedReadMark { number version } } } } } }`;

const place = 'discussion:0190c5a0-0000-7000-8000-000000000001';

async function startDiscussion({ kofi, technical }: Cast): Promise<string> {
  const words = { groupId: technical.id, title: 'Oxygen plants', body: 'What keeps yours running?' };
  const { discussion } = await as(kofi).send(START, words);
  return String(discussion?.id);
}

async function heardBy(person: Cast['tendo']): Promise<unknown[]> {
  const cursors = [{ stream: `person:${person.id}`, epoch: 1, seq: 0 }];
  const { feedSince } = await as(person).run(HEARD, { cursors });
  return (feedSince as unknown as { events?: unknown[] }[]).flatMap(({ events }) => events ?? []);
}

describe('a draft', () => {
  test('is kept for its writer alone, and their other pages hear of it', async () => {
    const { tendo, meera } = await cast();

    const { draft } = await as(tendo).send(SAVE, { place, body: 'Spare val', version: 0 });

    expect(draft).toEqual({ place, body: 'Spare val', version: 1 });
    expect((await as(tendo).run(DRAFTS, { places: [place, 'no place'] })).drafts).toHaveLength(1);
    expect((await as(meera).run(DRAFTS, { places: [place] })).drafts).toEqual([]);
    expect(await heardBy(tendo)).toMatchObject([
      { type: 'draft.changed', subject: { place, version: 1, isEmpty: false } },
    ]);
    expect(await heardBy(meera)).toEqual([]);
  });

  test('written over an older version is refused: two devices never overwrite each other', async () => {
    const { tendo } = await cast();
    await as(tendo).send(SAVE, { place, body: 'At the desk.', version: 0 });

    const late = await as(tendo).send(SAVE, { place, body: 'On the telephone.', version: 0 });

    expect(late.problems).toMatchObject([{ code: 'STALE' }]);
    const mine = await as(tendo).send(SAVE, { place, body: 'On the telephone.', version: 1 });
    expect(mine.draft).toMatchObject({ body: 'On the telephone.', version: 2 });
  });

  test('that was discarded stays behind empty, so that its version goes on rising', async () => {
    const { tendo } = await cast();
    await as(tendo).send(SAVE, { place, body: 'No.', version: 0 });

    expect((await as(tendo).send(DISCARD, { place })).draft).toEqual({ body: '', version: 2 });
    expect((await as(tendo).send(DISCARD, { place })).draft).toEqual({ body: '', version: 2 });
    expect((await as(tendo).send(SAVE, { place, body: 'Old.', version: 1 })).problems).toMatchObject([
      { code: 'STALE' },
    ]);
  });

  test('about a patient never reaches the database', async () => {
    const { tendo } = await cast();

    const refused = await as(tendo).send(SAVE, { place, body: 'Seen: 999 000 0018', version: 0 });

    expect(refused.problems).toMatchObject([{ code: 'PATIENT_DATA', field: 'body' }]);
    expect((await as(tendo).run(DRAFTS, { places: [place] })).drafts).toEqual([]);
  });

  test('is the last of a hundred', async () => {
    const { tendo } = await cast();
    for (let n = 0; n < 100; n++)
      await as(tendo).send(SAVE, { place: `discussion:${randomUUID()}`, body: 'Begun.', version: 0 });

    expect((await as(tendo).send(SAVE, { place, body: 'More.', version: 0 })).problems).toMatchObject([
      { code: 'TOO_MANY' },
    ]);
  });

  test('is gone once its reply is posted', async () => {
    const all = await cast();
    const id = await startDiscussion(all);
    await as(all.tendo).send(SAVE, { place: `discussion:${id}`, body: 'Spare valves.', version: 0 });

    await as(all.tendo).send(POST, { discussionId: id, body: 'Spare valves.' });

    expect((await as(all.tendo).run(DRAFTS, { places: [`discussion:${id}`] })).drafts).toMatchObject([
      { body: '', version: 2 },
    ]);
  });

  test('that only the browser held learns from its version that it was posted', async () => {
    const all = await cast();
    const id = await startDiscussion(all);

    await as(all.tendo).send(POST, { discussionId: id, body: 'Quick.' });

    expect((await as(all.tendo).run(DRAFTS, { places: [`discussion:${id}`] })).drafts).toMatchObject([
      { body: '', version: 1 },
    ]);
  });
});

describe('a read mark', () => {
  test('is taken back by its owner, and rises again', async () => {
    const all = await cast();
    const discussionId = await startDiscussion(all);
    for (const body of ['Two.', 'Three.', 'Four.']) await as(all.kofi).send(POST, { discussionId, body });
    await as(all.tendo).send(READ, { discussionId, number: 4 });

    const { discussion } = await as(all.tendo).send(UNREAD, { discussionId, number: 3 });

    expect(discussion).toEqual({ readTo: 2, unreadCount: 2 });
    expect((await as(all.tendo).send(UNREAD, { discussionId, number: 4 })).discussion).toMatchObject({
      readTo: 2,
    });
    expect((await as(all.tendo).send(READ, { discussionId, number: 4 })).discussion).toEqual({ readTo: 4 });
    expect(await heardBy(all.tendo)).toMatchObject([
      { type: 'readmark.moved' },
      { type: 'readmark.moved' },
      { type: 'readmark.moved', subject: { number: 4, version: 3 } },
    ]);
    expect((await as(all.tendo).send(UNREAD, { discussionId, number: 5 })).problems).toMatchObject([
      { code: 'OUT_OF_RANGE', field: 'number' },
    ]);
  });

  test('does not pass over what came in while one was writing', async () => {
    const all = await cast();
    const discussionId = await startDiscussion(all);
    await as(all.tendo).send(READ, { discussionId, number: 1 });
    await as(all.kofi).send(POST, { discussionId, body: 'Meanwhile.' });

    await as(all.tendo).send(POST, { discussionId, body: 'As I was saying.' });

    expect((await as(all.tendo).send(READ, { discussionId, number: 1 })).discussion).toEqual({ readTo: 1 });
  });
});

test('a text is shown before it is posted as it will look after', async () => {
  const { tendo } = await cast();

  const { preview } = await as(tendo).run('query ($body: String!) { preview(body: $body) }', {
    body: '**Now** <script>alert(1)</script>',
  });

  expect(preview).toContain('<strong>Now</strong>');
  expect(preview).not.toContain('<script>');
});
