import { describe, expect, test } from 'vitest';
import { as, type Nested } from '../../test/as.ts';
import type { Cast } from '../../test/cast.ts';
import { doing, question, heard, read } from '../../test/questions.ts';

describe('an answer', () => {
  test('is chosen by whoever asked, shown to all who read, and taken back', async () => {
    const it = await question();
    const { all, id, replyId } = it;

    await as(all.tendo).send(doing('acceptAnswer'), { replyId });

    expect(await read(all.pemba, id)).toMatchObject({
      isAnswered: true,
      answer: {
        number: 2,
        by: { displayName: 'Tendo Balikuza' },
        reply: { html: expect.stringContaining('<strong>ceramic</strong>') },
      },
    });
    expect(await read(null, id)).toMatchObject({ isAnswered: true, answer: null });
    await as(all.kofi).send(doing('takeAnswerBack'), { discussionId: id });
    expect(await read(all.pemba, id)).toMatchObject({ isAnswered: false, answer: null });
    expect((await heard(it)).map(({ subject }) => subject)).toMatchObject([
      { __typename: 'FeedDiscussion', answerNumber: null },
      { __typename: 'FeedDiscussion', answerNumber: null },
    ]);
  });

  test('is nobody else’s to choose, and the question is not its own', async () => {
    const { all, id, replyId } = await question();
    const opening = (
      await as(all.tendo).run(
        'query ($id: ID!) { discussion(id: $id) { replies(first: 1) { edges { node { id } } } } }',
        { id },
      )
    ).discussion?.replies?.edges?.[0]?.node?.id;

    expect((await as(all.meera).send(doing('acceptAnswer'), { replyId })).problems).toMatchObject([
      { code: 'NOT_ALLOWED' },
    ]);
    expect((await as(all.tendo).send(doing('acceptAnswer'), { replyId: opening })).problems).toMatchObject([
      { code: 'NOT_VALID' },
    ]);
  });

  test('goes when its reply is removed, or the question becomes a discussion', async () => {
    const { all, id, replyId } = await question();
    await as(all.tendo).send(doing('acceptAnswer'), { replyId });
    const title = 'Oxygen sensors';
    await as(all.tendo).send(doing('renameDiscussion'), {
      discussionId: id,
      version: 1,
      title,
      kind: 'DISCUSSION',
    });
    expect(await read(all.tendo, id)).toMatchObject({ title, kind: 'DISCUSSION', answer: null });

    await as(all.tendo).send(doing('renameDiscussion'), {
      discussionId: id,
      version: 2,
      title,
      kind: 'QUESTION',
    });
    await as(all.tendo).send(doing('acceptAnswer'), { replyId });
    await as(all.meera).send(doing('removeReply', 'reply { number }'), { replyId });
    expect(await read(all.tendo, id)).toMatchObject({ isAnswered: false });
  });
});

describe('a title', () => {
  test('is written against the one there is; replies that came meanwhile do not matter', async () => {
    const { all, id } = await question();
    const rename = (by: Cast['tendo'], version: number, title: string) =>
      as(by).send(doing('renameDiscussion', 'discussion { title nameVersion }'), {
        discussionId: id,
        version,
        title,
        kind: 'QUESTION',
      });

    expect((await rename(all.tendo, 1, 'Oxygen sensors')).discussion).toEqual({
      title: 'Oxygen sensors',
      nameVersion: 2,
    });
    expect((await rename(all.kofi, 1, 'Sensors')).problems).toMatchObject([
      { code: 'STALE', field: 'version', message: expect.stringContaining('kept below') },
    ]);
    expect(await read(all.tendo, id)).toMatchObject({ title: 'Oxygen sensors' });
    await as(all.meera).send(doing('postReply', 'reply { id }'), {
      discussionId: id,
      body: 'And the wires.',
    });
    expect((await rename(all.kofi, 2, 'Sensors')).discussion).toMatchObject({ title: 'Sensors' });
  });
});

describe('thanks', () => {
  test('are counted once a person, told to everyone, and stop no edit', async () => {
    const it = await question();
    const { all, id, replyId } = it;
    const thank = (who: Cast['tendo'], thanks: boolean) =>
      as(who).send(doing('thankReply', 'reply { thanksCount viewerThanked version }'), { replyId, thanks });

    expect((await thank(all.tendo, true)).reply).toEqual({ thanksCount: 1, viewerThanked: true, version: 1 });
    await thank(all.tendo, true);
    expect((await thank(all.pemba, true)).reply).toMatchObject({ thanksCount: 2 });
    expect((await thank(all.tendo, false)).reply).toMatchObject({ thanksCount: 1, viewerThanked: false });
    expect((await thank(all.meera, true)).problems).toMatchObject([{ code: 'SELF' }]);

    const edges = (await read(all.pemba, id))?.replies?.edges as unknown as Nested[];
    expect(edges.map(({ node }) => node)).toMatchObject([
      { thanksCount: 0, viewerThanked: false },
      { thanksCount: 1, viewerThanked: true, viewerCan: { thank: true, report: true, accept: false } },
    ]);
    const events = await heard(it);
    expect(events.map(({ type }) => type)).toEqual(['thanks.changed', 'thanks.changed', 'thanks.changed']);
    expect(events.at(-1)?.subject).toEqual({
      __typename: 'FeedThanks',
      replyId,
      thanksCount: 1,
      thanksVersion: 3,
    });
  });
});

describe('where it stands', () => {
  test('is said by a lead, against what they read', async () => {
    const it = await question();
    const { all, id } = it;
    const write = (version: number, context: string) =>
      as(all.kofi).send(doing('writeContext'), { discussionId: id, version, context });

    await write(0, 'Ceramic sensors *last*.');
    expect((await write(0, 'Another lead’s words.')).problems).toMatchObject([
      { code: 'STALE', field: 'context' },
    ]);

    expect(await read(all.pemba, id)).toMatchObject({
      contextVersion: 1,
      context: { html: expect.stringContaining('<em>last</em>'), by: { displayName: 'Kofi Merriweather' } },
    });
    expect(await read(null, id)).toMatchObject({ context: null });
    await write(1, ' ');
    expect(await read(all.pemba, id)).toMatchObject({ contextVersion: 2, context: null });
    expect((await heard(it)).map(({ type }) => type)).toEqual([
      'discussion.explained',
      'discussion.explained',
    ]);
  });
});
