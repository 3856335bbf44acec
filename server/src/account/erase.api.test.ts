import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { ask, enter, PASSWORD, signUp } from '../../test/caller.ts';
import { doorsScene, passwordOf } from '../../test/doors-scene.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { leftovers } from '../../test/leftovers.ts';
import { POST } from '../../test/talk.ts';
import type { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';

const ERASE = `mutation ($input: EraseSelfInput!) { eraseSelf(input: $input) {
  ... on EraseSelfPayload { erased } ${PROBLEMS} } }`;
const READ = `query ($discussionId: ID!) { discussion(id: $discussionId) {
  replies { edges { node { number html removedAt author { displayName handle } } } } } }`;

const em = async () => (await hub()).orm.em.fork();

async function scene() {
  const all = await doorsScene();
  const writer = await em();
  writer.persist(await passwordOf(all.meera));
  await writer.flush();
  const erase = (person: Person, more: object = {}) =>
    as(person).send(ERASE, { password: PASSWORD, keepReplies: true, ...more });
  return { ...all, erase };
}

describe('leaving for good', () => {
  test('leaves neither name nor address nor handle in any table', async () => {
    const { meera, erase } = await scene();
    await enter('/sign-in/magic-link', { email: meera.email });
    const marks = [meera.displayName, meera.email, meera.handle];
    expect(await leftovers(...marks)).toEqual(expect.arrayContaining(['person', 'verification']));

    expect(await erase(meera)).toEqual({ erased: true });

    expect(await leftovers(...marks)).toEqual([]);
  });

  test('keeps the replies, without the name, when one says so', async () => {
    const { meera, kofi, list, erase } = await scene();
    await erase(meera);

    const { discussion } = await as(kofi).run(READ, { discussionId: list.id });

    expect(discussion?.replies?.edges?.[1]?.node).toMatchObject({
      html: expect.stringContaining('Two of them.'),
      removedAt: null,
      author: { displayName: 'Former member' },
    });
  });

  test('takes the replies out when one says so, and leaves their numbers', async () => {
    const { meera, kofi, list, erase } = await scene();
    await as(meera).send(POST, { discussionId: list.id, body: 'A third.' });
    await erase(meera, { keepReplies: false });

    expect(await leftovers('Two of them.', 'A third.')).toEqual([]);
    const { discussion } = await as(kofi).run(READ, { discussionId: list.id });
    const replies = discussion?.replies?.edges as unknown as {
      node: { number: number; removedAt: string }[];
    }[];
    expect(replies.map(({ node }) => node)).toMatchObject([
      { number: 1, removedAt: null },
      { number: 2, removedAt: expect.any(String) },
      { number: 3, removedAt: expect.any(String) },
    ]);
  });

  test('settles the reports of replies that go, so that nobody waits for a ruling', async () => {
    const { meera, erase } = await scene();
    const waiting = async () =>
      rows(
        await em(),
        sql`select 1 from report where ruling_id is null and reply_id in
        (select id from reply where author_id = ${meera.id})`,
      );
    expect(await waiting()).toHaveLength(1);

    await erase(meera, { keepReplies: false });

    expect(await waiting()).toEqual([]);
  });

  test('asks once for the reports of all replies that leave', async () => {
    const asked = async (replies: number) => {
      const { meera, list, erase } = await scene();
      for (let n = 0; n < replies; n++)
        await as(meera).send(POST, { discussionId: list.id, body: `Reply ${n}.` });
      const statements = await statementsOf(() => erase(meera, { keepReplies: false }));
      return statements.filter((text) => text.includes('from "report"')).length;
    };

    expect(await asked(6)).toBe(await asked(1));
  });

  test('leaves nobody waiting: open responses end, and who had chosen is told', async () => {
    const { meera, erase } = await scene();
    await erase(meera);

    const states = await rows<{ state: string }>(
      await em(),
      sql`select state from response where person_id = ${meera.id} order by state`,
    );
    expect(states.map(({ state }) => state)).toEqual(['DECLINED', 'WITHDRAWN', 'WITHDRAWN']);
    const load = await rows(
      await em(),
      sql`select 1 from workload where person_id = ${meera.id} and ended_at is null`,
    );
    expect(load).toEqual([]);
    const told = await rows<{ kind: string }>(
      await em(),
      sql`select kind from notification where actor_id = ${meera.id}`,
    );
    expect(told).toContainEqual({ kind: 'OFFER_ANSWERED' });
  });

  test('gives the places in groups back, and says so in each', async () => {
    const { meera, technical, advisers, erase } = await scene();
    const count = async (id: string) =>
      (await rows<{ n: number }>(await em(), sql`select member_count as n from "group" where id = ${id}`))[0]
        ?.n ?? 0;
    const before = [await count(technical.id), await count(advisers.id)];

    await erase(meera);

    expect([await count(technical.id), await count(advisers.id)]).toEqual(before.map((n) => n - 1));
    const told = await rows<{ stream: string }>(
      await em(),
      sql`select stream_id as stream from event where type = 'membership.changed' and stream_id like 'group:%'`,
    );
    expect(told.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining([`group:${technical.id}`, `group:${advisers.id}`]),
    );
  });

  test('is gone from the list and from the door, for staff too', async () => {
    const { meera, hana, tendo, erase } = await scene();
    await erase(meera);

    for (const onlooker of [hana, tendo, null]) {
      const { people } = await as(onlooker).run('{ people(first: 100) { edges { node { displayName } } } }');
      expect(JSON.stringify(people)).not.toContain('Former member');
    }
  });
});

describe('leaving for good is refused', () => {
  test('without the password, or with another', async () => {
    const { meera, erase } = await scene();

    expect((await erase(meera, { password: '' })).problems).toMatchObject([
      { code: 'BLANK', field: 'password' },
    ]);
    expect((await erase(meera, { password: 'something else' })).problems).toMatchObject([
      { code: 'NOT_VALID' },
    ]);
    expect(await leftovers(meera.email)).toContain('person');
  });

  test('to the only admin, until there is another', async () => {
    const { ada, hana, erase } = await scene();
    const writer = await em();
    writer.persist(await passwordOf(ada));
    await writer.flush();

    expect((await erase(ada)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    await rows(await em(), sql`update person set role = 'ADMIN' where id = ${hana.id}`);
    expect(await erase(ada)).toEqual({ erased: true });
  });

  test('to a session that is not fresh, where there is no password', async () => {
    const { tendo, erase } = await scene();

    expect((await erase(tendo)).problems).toMatchObject([{ code: 'NOT_ALLOWED', field: null }]);
  });
});

test('whoever left is signed out everywhere, and the address is free again', async () => {
  const email = `${randomUUID()}@example.org`;
  const cookie = await signUp('Nokuthula Vane', email);
  const input = { clientMutationId: randomUUID(), password: PASSWORD, keepReplies: true };

  await ask(ERASE, { cookie }, { input });

  expect((await ask('{ viewer { id } }', { cookie })).data.viewer).toBeNull();
  expect((await enter('/sign-in/email', { email, password: PASSWORD })).status).toBe(401);
  expect(await signUp('Nokuthula Vane', email)).toContain('session_token');
});
