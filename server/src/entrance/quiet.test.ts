import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { follow, signUp } from '../../test/caller.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { cursorOf, headOf, speak } from '../../test/revocation.ts';
import { pollHeads } from '../platform/poll-heads.ts';
import { rows, sql } from '../platform/sql.ts';

const FEED = `subscription ($cursors: [CursorInput!]!) { feed(cursors: $cursors) { __typename
  ... on Batch { stream fromSeq toSeq } ... on Heads { at heads { stream head } } ... on CaughtUp { at }
  ... on AccessChanged { stream } ... on Reset { stream reason successor } } }`;
const EVERY_MS = 30_000;

let all: Cast;
let cookie: string;
let stopPolling = async () => {};
beforeAll(async () => {
  all = await cast();
  cookie = await signUp('Nokuthula Vane');
});
beforeEach(async () => {
  // Time goes on by itself, and half a minute of it can be skipped.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true });
  const { orm, source } = await hub();
  source.board.checkedAt = null;
  stopPolling = pollHeads(orm.em, source.board, 1_000);
  await vi.waitFor(() => expect(source.board.checkedAt).not.toBeNull(), 5_000);
});
afterEach(async () => {
  vi.useRealTimers();
  await stopPolling();
});
afterAll(() => vi.useRealTimers());

async function quietly(...streams: string[]) {
  const heard = follow(cookie, await Promise.all(streams.map(cursorOf)), FEED);
  await heard.next('CaughtUp');
  return heard;
}

async function heads(heard: Awaited<ReturnType<typeof quietly>>) {
  await vi.advanceTimersByTimeAsync(EVERY_MS);
  return (await heard.next()) as unknown as {
    __typename: string;
    at: string;
    heads: { stream: string; head: number }[];
  };
}

describe('where nothing happens', () => {
  test('one is told every half a minute how far each stream has come, and as of when', async () => {
    const [talk, own] = [all.technical.stream, 'hub'];
    await speak(talk, 3);
    await speak(own, 2);
    const heard = await quietly(talk, own);

    for (let time = 1; time <= 2; time++) {
      const said = await heads(heard);
      expect(said).toMatchObject({ __typename: 'Heads', heads: [{ stream: talk }, { stream: own }] });
      expect(said.heads.map(({ head }) => head)).toEqual([await headOf(talk), await headOf(own)]);
      expect(Date.parse(said.at)).toBeLessThanOrEqual(Date.now());
    }

    await speak(talk, 4);
    expect(await heard.next('Batch')).toMatchObject({ stream: talk, toSeq: await headOf(talk) });
    expect((await heads(heard)).heads[0]).toEqual({ stream: talk, head: await headOf(talk) });
    heard.stop();
  });

  test('what one may not read is not among them', async () => {
    const heard = follow(
      cookie,
      await Promise.all([all.advisers.stream, all.technical.stream].map(cursorOf)),
      FEED,
    );
    await heard.next('CaughtUp');

    const said = await heads(heard);
    expect(said.heads.map(({ stream }) => stream)).toEqual([all.technical.stream]);
    heard.stop();
  });
});

describe('whoever is at the head', () => {
  test('hears that a group was merged, and where it goes on', async () => {
    const proposed = { name: 'Night shifts', purpose: 'To sleep.', strandIds: [], privacy: 'OPEN' };
    const { group } = await as(all.kofi).send(mutationOf('proposeGroup', 'group { id }'), proposed);
    await as(all.hana).send(mutationOf('approveGroup', 'group { id }'), { groupId: group?.id });
    const stream = `group:${String(group?.id)}`;
    const heard = await quietly(stream);

    const into = { sourceId: group?.id, targetId: all.technical.id };
    await as(all.ada).send(mutationOf('mergeGroups', 'group { id }'), into);

    expect(await heard.next()).toMatchObject({ __typename: 'Batch', stream });
    const successor = all.technical.stream;
    expect(await heard.next()).toEqual({ __typename: 'Reset', stream, reason: 'MERGED', successor });
    heard.stop();
  });

  test('hears that the database is another one, though nothing was said', async () => {
    const { orm } = await hub();
    const heard = await quietly('hub', all.technical.stream);

    await rows(orm.em.fork(), sql`update hub_state set timeline = timeline + 1`);

    const told = [await heard.next('Reset'), await heard.next('Reset')];
    const reset = { __typename: 'Reset', reason: 'EPOCH', successor: null };
    expect(told).toEqual(
      expect.arrayContaining([
        { ...reset, stream: 'hub' },
        { ...reset, stream: all.technical.stream },
      ]),
    );
    heard.stop();
  });
});
