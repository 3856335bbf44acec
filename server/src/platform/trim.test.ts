import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from './sql.ts';
import { trimLog } from './trim.ts';
import { START, POST } from '../../test/talk.ts';

const SINCE = `query ($cursors: [CursorInput!]!) { feedSince(cursors: $cursors) { __typename
  ... on Batch { fromSeq toSeq events { seq } } ... on Reset { stream reason } } }`;

const KEEP_ALL = { days: 90, events: 100_000 };

describe('trimming the log', () => {
  async function talk() {
    const all = await cast();
    const { discussion } = await as(all.kofi).send(START, {
      groupId: all.technical.id,
      title: 'Rotas',
      body: 'How do you share yours?',
    });
    const discussionId = String(discussion?.id);
    for (const body of ['One.', 'Two.', 'Three.', 'Four.'])
      await as(all.tendo).send(POST, { discussionId, body });
    const cursor = discussion?.cursor as unknown as { stream: string; epoch: number; seq: number };
    const since = async (seq: number) =>
      (await as(all.tendo).run(SINCE, { cursors: [{ ...cursor, seq }] })).feedSince as unknown as object[];
    return { stream: cursor.stream, seq: cursor.seq, since, em: (await hub()).orm.em.fork() };
  }

  test('keeps what is young and few', async () => {
    const { em, since, seq } = await talk();

    expect(await trimLog(em, KEEP_ALL)).toBe(0);
    expect(await since(seq)).toMatchObject([{ __typename: 'Batch', fromSeq: seq, toSeq: seq + 4 }]);
  });

  test('forgets what is old, tells who comes back from before it, and never gives a number twice', async () => {
    const { em, since, seq, stream } = await talk();
    await rows(
      em,
      sql`update event set at = now() - interval '91 days' where stream_id = ${stream} and seq <= ${seq + 2}`,
    );

    expect(await trimLog(em, KEEP_ALL)).toBe(seq + 2);

    expect(await since(seq + 1)).toMatchObject([{ __typename: 'Reset', stream, reason: 'TRIMMED' }]);
    expect(await since(seq + 2)).toMatchObject([
      { __typename: 'Batch', toSeq: seq + 4, events: [{ seq: seq + 3 }, {}] },
    ]);
    const [kept] = await rows<{ head: number; floor: number }>(
      em,
      sql`select head_seq as head, floor_seq as floor from stream where id = ${stream}`,
    );
    expect(kept).toEqual({ head: seq + 4, floor: seq + 2 });
  });

  test('keeps so many events of a stream and no more, and what nobody is behind on is no loss', async () => {
    const { em, since, seq } = await talk();

    await trimLog(em, { days: 90, events: 1 });

    expect(await since(seq + 2)).toMatchObject([{ __typename: 'Reset', reason: 'TRIMMED' }]);
    expect(await since(seq + 3)).toMatchObject([{ __typename: 'Batch', toSeq: seq + 4 }]);
    expect(await since(seq + 4)).toMatchObject([{ __typename: 'CaughtUp' }]);
  });
});
