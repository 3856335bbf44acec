import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { START, POST } from '../../test/talk.ts';

const READ = `query ($id: ID!) { discussion(id: $id) { title replyCount unreadCount viewerCan { reply } cursor { seq }
  startedBy { displayName } replies(first: 20) { edges { node { number html author { displayName } viewerCan { edit remove } } } } } }`;

export async function startDiscussion({ kofi, technical }: Cast): Promise<string> {
  const { discussion } = await as(kofi).send(START, {
    groupId: technical.id,
    title: 'Oxygen plants',
    body: 'What keeps yours **running**?',
  });
  return String(discussion?.id);
}

describe('replying', () => {
  test('gives the next number and shows everyone in the group', async () => {
    const all = await cast();
    const id = await startDiscussion(all);

    const posted = await as(all.tendo).send(POST, { discussionId: id, body: 'Spare *valves*.' });

    expect(posted.reply).toMatchObject({
      number: 2,
      html: expect.stringContaining('<em>valves</em>'),
      author: { displayName: 'Tendo Balikuza' },
    });
    const { discussion } = await as(all.meera).run(READ, { id });
    expect(discussion).toMatchObject({
      replyCount: 1,
      unreadCount: 2,
      viewerCan: { reply: true },
      startedBy: { displayName: 'Kofi Merriweather' },
    });
  });

  test('sent twice with the same id is posted once, with the same answer', async () => {
    const all = await cast();
    const id = await startDiscussion(all);
    const input = { clientMutationId: randomUUID(), discussionId: id, body: 'Once only.' };

    const answers = await Promise.all([1, 2, 3].map(() => as(all.tendo).send(POST, input)));

    expect(new Set(answers.map(({ reply }) => reply?.id)).size).toBe(1);
    const { discussion } = await as(all.tendo).run(READ, { id });
    expect(discussion).toMatchObject({ replyCount: 1 });
  });

  test('with an id used for other words is refused', async () => {
    const all = await cast();
    const id = await startDiscussion(all);
    const clientMutationId = randomUUID();
    await as(all.tendo).send(POST, { clientMutationId, discussionId: id, body: 'First.' });

    const again = await as(all.tendo).send(POST, { clientMutationId, discussionId: id, body: 'Second.' });

    expect(again.problems).toMatchObject([{ code: 'ID_REUSED', field: 'clientMutationId' }]);
  });

  test('is refused, word by word, when blank or about a patient', async () => {
    const all = await cast();
    const id = await startDiscussion(all);
    const refusal = async (body: string) =>
      (await as(all.tendo).send(POST, { discussionId: id, body })).problems?.[0];

    expect(await refusal('  \n ')).toMatchObject({ code: 'BLANK', field: 'body' });
    expect(await refusal('Seen today: 999 000 0018')).toMatchObject({ code: 'PATIENT_DATA', field: 'body' });
    expect(await refusal('x'.repeat(10_001))).toMatchObject({ code: 'TOO_LONG', field: 'body' });
  });

  test('needs membership, and says so', async () => {
    const all = await cast();
    const id = await startDiscussion(all);

    const refused = await as(all.pemba).send(POST, { discussionId: id, body: 'May I?' });

    expect(refused.problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  });

  test('shows an outsider of a private group no door at all', async () => {
    const all = await cast();
    const { discussion } = await as(all.kofi).send(START, {
      groupId: all.advisers.id,
      title: 'Wording',
      body: 'For us.',
    });

    await expect(
      as(all.pemba).send(POST, { discussionId: discussion?.id, body: 'Hello?' }),
    ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await expect(as(null).run(READ, { id: discussion?.id })).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
  });
});
