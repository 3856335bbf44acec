import { describe, expect, test } from 'vitest';
import { as, type Nested } from '../../test/as.ts';
import type { Cast } from '../../test/cast.ts';
import { statementsOf } from '../../test/hub.ts';
import { READ, doing, question, heard, read } from '../../test/questions.ts';
import { START, POST } from '../../test/talk.ts';

describe('an end', () => {
  test('says what came of it, stops replies, and is undone', async () => {
    const it = await question();
    const { all, id } = it;

    await as(all.tendo).send(doing('closeDiscussion'), { discussionId: id, note: 'We bought **six**.' });

    expect(await read(all.meera, id)).toMatchObject({
      closing: {
        html: expect.stringContaining('<strong>six</strong>'),
        by: { displayName: 'Tendo Balikuza' },
      },
      viewerCan: { reply: false, reopen: false },
    });
    expect((await as(all.meera).send(POST, { discussionId: id, body: 'Wait.' })).problems).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    await as(all.tendo).send(doing('reopenDiscussion'), { discussionId: id });
    expect(await read(all.meera, id)).toMatchObject({
      closedAt: null,
      closing: null,
      viewerCan: { reply: true },
    });
    expect((await heard(it)).map(({ type }) => type)).toEqual(['discussion.closed', 'discussion.reopened']);
  });
});

describe('a move', () => {
  test('takes it out of the one group’s stream and list, and into the other’s', async () => {
    const it = await question();
    const { all, id } = it;

    await as(all.kofi).send(doing('moveDiscussion'), { discussionId: id, groupId: all.advisers.id });

    expect(await read(all.meera, id)).toMatchObject({ group: { slug: 'country-list-advisers' } });
    await expect(read(all.pemba, id)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await heard(it)).toMatchObject([
      { type: 'discussion.moved', subject: { __typename: 'Gone', id } },
    ]);
    const counts = await as(all.kofi).run(
      '{ a: group(slug: "technical-collaboration") { discussionCount } b: group(slug: "country-list-advisers") { discussionCount } }',
    );
    expect(counts).toEqual({ a: { discussionCount: 0 }, b: { discussionCount: 1 } });
  });
});

describe('finding others', () => {
  const SIMILAR = `query ($title: String!) { similarDiscussions(title: $title) { title } }`;

  test('finds what shares two telling words, among what the viewer may see', async () => {
    const { all, id } = await question();
    const start = (groupId: string, title: string) =>
      as(all.kofi).send(START, { groupId, title, body: 'What do you do?' });
    await start(all.technical.id, 'Lasting oxygen sensors for wet seasons');
    await start(all.technical.id, 'Rotas at night');
    await start(all.advisers.id, 'Oxygen sensors and the amber list');
    const found = async (who: Cast['tendo'] | null) =>
      (
        (await as(who).run(SIMILAR, { title: 'Sensors for oxygen' }))
          .similarDiscussions as unknown as Nested[]
      ).map(({ title }) => title);

    expect(await found(all.pemba)).toEqual([
      'Lasting oxygen sensors for wet seasons',
      'Which oxygen sensor lasts?',
    ]);
    expect(await found(all.meera)).toContain('Oxygen sensors and the amber list');
    expect(await found(null)).toHaveLength(2);
    const { discussion } = await as(all.pemba).run(
      'query ($id: ID!) { discussion(id: $id) { related { title } } }',
      { id },
    );
    expect(discussion).toEqual({ related: [{ title: 'Lasting oxygen sensors for wet seasons' }] });
  });

  test('a discussion with all that belongs to it takes the same statements whatever its length', async () => {
    const { all, id, replyId } = await question();
    await as(all.tendo).send(doing('acceptAnswer'), { replyId });
    const ask = () => as(all.pemba).run(READ, { id });
    const short = await statementsOf(ask);
    for (let n = 3; n <= 20; n++) await as(all.meera).send(POST, { discussionId: id, body: `Number ${n}.` });

    expect(await statementsOf(ask)).toHaveLength(short.length);
    expect(short.length).toBeLessThanOrEqual(3);
  });
});
