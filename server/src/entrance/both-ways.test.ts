import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { ask, follow, signUp } from '../../test/caller.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { headOf, speak } from '../../test/revocation.ts';
import { rows, sql } from '../platform/sql.ts';
import { trimLog } from '../platform/trim.ts';

const ITEM = `__typename ... on Batch { stream fromSeq toSeq events { seq type subjectId subjectVersion at subject { __typename } } }
  ... on AccessChanged { stream } ... on Reset { stream reason successor }`;
const SUBSCRIPTION = `subscription ($cursors: [CursorInput!]!) { feed(cursors: $cursors) { ${ITEM} } }`;
const QUERY = `query ($cursors: [CursorInput!]!) { feedSince(cursors: $cursors) { ${ITEM} } }`;

interface Place {
  stream: string;
  epoch: number;
  seq: number;
}
interface Told extends Partial<Place> {
  __typename: string;
  toSeq?: number;
  fromSeq?: number;
  reason?: string;
  successor?: string | null;
}

let all: Cast;
let cookie: string;
const streams = { merged: '', closedOff: '', trimmed: '', long: '', mine: '' };

beforeAll(async () => {
  all = await cast();
  cookie = await signUp('Nokuthula Vane');
  const { data } = await ask('{ viewer { id } }', { cookie });
  streams.mine = `person:${String(data.viewer?.id)}`;
  const [merged, closedOff, trimmed, long] = [
    await group('One'),
    await group('Two'),
    await group('Three'),
    await group('Four'),
  ];
  Object.assign(streams, { closedOff: `group:${closedOff}`, merged: `group:${merged}` });
  Object.assign(streams, { trimmed: `group:${trimmed}`, long: `group:${long}` });
  for (const stream of Object.values(streams)) await speak(stream, 5);
  await speak(streams.long, 450);
  const em = (await hub()).orm.em.fork();
  await rows(
    em,
    sql`update event set at = now() - interval '91 days' where stream_id = ${streams.trimmed} and seq <= 3`,
  );
  await trimLog(em, { days: 90, events: 100_000 });
  await merge(merged, all.technical.id);
  await merge(closedOff, all.advisers.id);
});

/** Kofi proposes it and leads it, Hana says yes. */
async function group(name: string): Promise<string> {
  const proposed = { name, purpose: 'To talk.', strandIds: [], privacy: 'OPEN' };
  const { group: made } = await as(all.kofi).send(mutationOf('proposeGroup', 'group { id }'), proposed);
  await as(all.hana).send(mutationOf('approveGroup', 'group { id }'), { groupId: made?.id });
  return String(made?.id);
}

async function merge(sourceId: string, targetId: string): Promise<void> {
  const { problems } = await as(all.kofi).send(mutationOf('mergeGroups', 'group { id }'), {
    sourceId,
    targetId,
  });
  if (problems) throw new Error(JSON.stringify(problems));
}

/** What is told on a socket before it is caught up. */
async function onSocket(cursors: Place[]): Promise<Told[]> {
  const heard = follow(cookie, cursors, SUBSCRIPTION);
  const told: Told[] = [];
  for (;;) {
    const item = (await heard.next()) as Told;
    if (item.__typename === 'CaughtUp') break;
    told.push(item);
  }
  heard.stop();
  return told;
}

/** What is told to somebody who asks, and asks again from there, until they are caught up. */
async function byAsking(cursors: Place[]): Promise<Told[]> {
  const told: Told[] = [];
  let from = cursors;
  while (from.length > 0) {
    const { data } = await ask(QUERY, { cookie }, { cursors: from });
    const items = data.feedSince as unknown as Told[];
    told.push(...items.filter(({ __typename }) => __typename !== 'CaughtUp'));
    if (items.some(({ __typename }) => __typename === 'CaughtUp')) break;
    const ended = new Set(items.filter(({ toSeq }) => toSeq === undefined).map(({ stream }) => stream));
    from = from
      .filter(({ stream }) => !ended.has(stream))
      .map((at) => ({ ...at, seq: items.find(({ stream }) => stream === at.stream)?.toSeq ?? at.seq }));
  }
  return told;
}

/** In a word or two: each stream goes its own way, so they are told one by one. */
const inShort = (told: Told[]) =>
  told.map(({ __typename, fromSeq, toSeq, reason, successor }) =>
    [__typename, reason, successor, fromSeq, toSeq]
      .filter((each) => each !== undefined && each !== null)
      .join(' '),
  );

const at = async (stream: string, back = 0): Promise<Place> => ({
  stream,
  epoch: 1,
  seq: (await headOf(stream)) - back,
});
const CASES: [string, () => Promise<Place>, (head: number) => string[]][] = [
  ['at the head', () => at(streams.long), () => []],
  ['three behind', () => at(streams.long, 3), (head) => [`Batch ${head - 3} ${head}`]],
  [
    'further behind than one batch holds',
    () => at(streams.long, 450),
    (head) => [450, 250, 50].map((back) => `Batch ${head - back} ${Math.min(head - back + 200, head)}`),
  ],
  ['ahead of the head', () => at(streams.long, -1), () => ['Reset AHEAD']],
  ['of another epoch', async () => ({ ...(await at(streams.long)), epoch: 2 }), () => ['Reset EPOCH']],
  [
    'of an epoch that is over',
    async () => ({ ...(await at(streams.long)), epoch: 0 }),
    () => ['Reset EPOCH'],
  ],
  [
    'of another epoch and ahead',
    async () => ({ ...(await at(streams.long, -9)), epoch: 2 }),
    () => ['Reset EPOCH'],
  ],
  ['below the floor', async () => ({ ...(await at(streams.trimmed)), seq: 2 }), () => ['Reset TRIMMED']],
  ['at the floor', async () => ({ ...(await at(streams.trimmed)), seq: 3 }), (head) => [`Batch 3 ${head}`]],
  [
    'at the end of a merged group',
    () => at(streams.merged),
    () => [`Reset MERGED group:${all.technical.id}`],
  ],
  [
    'before the end of a merged group',
    () => at(streams.merged, 2),
    (head) => [`Batch ${head - 2} ${head}`, `Reset MERGED group:${all.technical.id}`],
  ],
  ['in a group merged into one they may not read', () => at(streams.closedOff, 2), () => ['AccessChanged']],
  ['in a private group', () => at(all.advisers.stream), () => ['AccessChanged']],
  ['in a confidential group', () => at(all.whistle.stream), () => ['AccessChanged']],
  ['in a group that never was', () => at(`group:${randomUUID()}`), () => ['AccessChanged']],
  ['in the stream of rights, which nobody reads', () => at('access', 1), () => ['AccessChanged']],
  ['in somebody else’s own stream', () => at(`person:${all.kofi.id}`), () => ['AccessChanged']],
  ['in one’s own', () => at(streams.mine, 5), (head) => [`Batch ${head - 5} ${head}`]],
];

describe('a cursor is answered alike on the socket and by asking', () => {
  test.each(CASES)('%s', async (_, cursorOf, expected) => {
    const cursor = await cursorOf();
    const [told, asked] = [await onSocket([cursor]), await byAsking([cursor])];

    expect(inShort(told)).toEqual(expected(await headOf(cursor.stream)));
    expect(asked).toEqual(told);
  });

  test('all of them at once, each as if it were alone', async () => {
    const cursors = new Map<string, Place>();
    for (const [, cursorOf] of CASES) {
      const cursor = await cursorOf();
      cursors.set(cursor.stream, cursor);
    }
    const byStream = (told: Told[]) => Object.fromEntries(Map.groupBy(told, ({ stream }) => String(stream)));
    const asked = byStream(await byAsking([...cursors.values()]));

    expect(byStream(await onSocket([...cursors.values()]))).toEqual(asked);
    for (const cursor of cursors.values())
      expect(asked[cursor.stream] ?? []).toEqual(await onSocket([cursor]));
  });
});
