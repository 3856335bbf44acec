import { beforeAll, describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { FOLLOW, follow, signUp } from '../../test/caller.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { START, POST } from '../../test/talk.ts';

const LEAVE = `mutation ($input: LeaveGroupInput!) { leaveGroup(input: $input) { ... on LeaveGroupPayload { group { id } } ${PROBLEMS} } }`;

let all: Cast;
const cookies: string[] = [];
let discussionId: string;
let cursor: { stream: string; epoch: number; seq: number };
beforeAll(async () => {
  all = await cast();
  for (const name of ['Nokuthula Vane', 'Baraka Odhiambo', 'Ines Duarte', 'Wen Li'])
    cookies.push(await signUp(name));
  const words = { groupId: all.technical.id, title: 'Rotas', body: 'How do you share yours?' };
  const { discussion } = await as(all.kofi).send(START, words);
  discussionId = String(discussion?.id);
  cursor = discussion?.cursor as unknown as typeof cursor;
});

/** So many followers, all at the head. Each with words of its own, if asked. */
async function followers(count: number, ask = (_: number) => FOLLOW) {
  const heard = Array.from({ length: count }, (_, n) => follow(cookies[n % 4] ?? '', cursor, ask(n)));
  await Promise.all(heard.map(({ next }) => next('CaughtUp')));
  return heard;
}

async function post(body: string): Promise<void> {
  await as(all.tendo).send(POST, { discussionId, body });
}

/** Each hears one batch more, and it begins where the last one ended. */
async function hearOneMore(heard: Awaited<ReturnType<typeof followers>>, body: string): Promise<string[]> {
  return statementsOf(async () => {
    const batches = Promise.all(heard.map(({ next }) => next('Batch')));
    await post(body);
    for (const batch of await batches) {
      expect(batch).toMatchObject({ fromSeq: cursor.seq, toSeq: cursor.seq + 1 });
      expect(batch.events).toHaveLength(1);
    }
    cursor = { ...cursor, seq: cursor.seq + 1 };
  });
}

describe('followers at the head of a stream', () => {
  test('are told by one read, however many they are', async () => {
    const alone = await followers(1);
    const forOne = await hearOneMore(alone, 'One is listening.');
    alone[0]?.stop();

    const many = await followers(20);
    const forMany = await hearOneMore(many, 'Twenty are listening.');
    for (const { stop } of many) stop();

    const reads = (statements: string[]) =>
      statements.filter((text) => text.includes('from event where stream_id'));
    expect(reads(forOne)).toHaveLength(1);
    expect(reads(forMany)).toHaveLength(1);
  });

  test('stay together when the rights of somebody else move', async () => {
    const many = await followers(10);
    await as(all.meera).send(LEAVE, { groupId: all.technical.id });
    for (const { next } of many) await next('Batch');
    cursor = { ...cursor, seq: cursor.seq + 1 };

    const statements = await hearOneMore(many, 'Nobody here was asked anew.');
    for (const { stop } of many) stop();

    expect(statements.filter((text) => text.includes('coalesce(once.successor_id'))).toEqual([]);
  });

  test('hear it all in as many wordings as they like, though only so many are made for all', async () => {
    const many = await followers(36, (n) => FOLLOW.replace('__typename', `own${n}: __typename __typename`));
    const { source } = await hub();
    expect(source.shareWords('one more')).toBe(false);

    await hearOneMore(many, 'Whatever you ask for.');

    for (const { stop } of many) stop();
  });
});
