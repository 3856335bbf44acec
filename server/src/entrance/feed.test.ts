import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { address, ask, FOLLOW, follow, ORIGIN, signUp } from '../../test/caller.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { START, POST } from '../../test/talk.ts';

const SUSPEND = `mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { ... on SuspendPersonPayload { person { id } } ${PROBLEMS} } }`;
const CHANGE_ROLE = `mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { ... on ChangeRolePayload { person { id } } ${PROBLEMS} } }`;

describe('the feed', () => {
  async function room(): Promise<
    Cast & {
      cookie: string;
      id: string;
      discussionId: string;
      cursor: { stream: string; epoch: number; seq: number };
    }
  > {
    const all = await cast();
    const cookie = await signUp('Nokuthula Vane');
    const { data } = await ask('{ viewer { id } }', { cookie });
    const id = String(data.viewer?.id);
    const { discussion } = await as(all.kofi).send(START, {
      groupId: all.technical.id,
      title: 'Rotas',
      body: 'How do you share yours?',
    });
    return {
      ...all,
      cookie,
      id,
      discussionId: String(discussion?.id),
      cursor: discussion?.cursor as unknown as Awaited<ReturnType<typeof room>>['cursor'],
    };
  }

  test('carries a reply to everyone following, as soon as it is posted', async () => {
    const { tendo, cookie, discussionId, cursor } = await room();
    const heard = follow(cookie, cursor);
    await heard.next('CaughtUp');

    await as(tendo).send(POST, { discussionId, body: 'On the **door**.' });

    const batch = await heard.next('Batch');
    expect(batch).toMatchObject({ fromSeq: cursor.seq, toSeq: cursor.seq + 1 });
    expect(batch.events?.[0]).toMatchObject({
      type: 'reply.posted',
      subject: { number: 2, author: { displayName: 'Tendo Balikuza' } },
    });
    heard.stop();
  });

  test('brings what was missed first', async () => {
    const { tendo, cookie, discussionId, cursor } = await room();
    for (const body of ['One.', 'Two.', 'Three.']) await as(tendo).send(POST, { discussionId, body });

    const heard = follow(cookie, cursor);

    const batch = await heard.next('Batch');
    expect(batch.events?.map((event) => event.subject.number)).toEqual([2, 3, 4]);
    heard.stop();
  });

  test('asks for a fresh page when the cursor is ahead or of another epoch', async () => {
    const { cookie, cursor } = await room();

    const ahead = follow(cookie, { ...cursor, seq: cursor.seq + 100 });
    expect(await ahead.next('Reset')).toMatchObject({ reason: 'AHEAD' });
    const other = follow(cookie, { ...cursor, epoch: cursor.epoch + 1 });
    expect(await other.next('Reset')).toMatchObject({ reason: 'EPOCH' });
    ahead.stop();
    other.stop();
  });

  test('does not open a private group, and says so as of any other', async () => {
    const { cookie, advisers } = await room();

    const heard = follow(cookie, { stream: `group:${advisers.id}`, epoch: 1, seq: 0 });

    expect(await heard.next('AccessChanged')).toMatchObject({ stream: `group:${advisers.id}` });
    heard.stop();
  });

  test('answers the same batches to a plain query', async () => {
    const { tendo, cookie, discussionId, cursor } = await room();
    await as(tendo).send(POST, { discussionId, body: 'One.' });

    const { data, errors } = await ask(
      FOLLOW.replace('subscription', 'query').replace('feed(', 'feedSince('),
      { cookie },
      { cursors: [cursor] },
    );

    if (!data) console.log(JSON.stringify(errors));
    expect(data.feedSince).toMatchObject([{ __typename: 'Batch', events: [{ type: 'reply.posted' }] }]);
  });

  test('falls silent when the person signs out', async () => {
    const { cookie, cursor } = await room();
    const heard = follow(cookie, cursor);
    await heard.next('CaughtUp');

    await fetch(`http://${address}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
      body: '{}',
    });

    await expect(heard.next('Batch')).rejects.toMatchObject({ code: 4401 });
  });

  test('falls silent within two seconds when the person is suspended', async () => {
    const { ada, cookie, id, cursor } = await room();
    const heard = follow(cookie, cursor);
    await heard.next('CaughtUp');
    const began = Date.now();

    await as(ada).send(SUSPEND, { personId: id, suspended: true });

    await expect(heard.next('Batch')).rejects.toMatchObject({ code: 4401 });
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  test('lets a person whose role changed come back with the new one', async () => {
    const { ada, cookie, id, cursor } = await room();
    const heard = follow(cookie, cursor);
    await heard.next('CaughtUp');

    await as(ada).send(CHANGE_ROLE, { personId: id, role: 'STAFF' });

    await expect(heard.next('Batch')).rejects.toMatchObject({ code: 4403 });
    expect((await ask('{ viewer { role } }', { cookie })).data.viewer?.role).toBe('STAFF');
  });
});
