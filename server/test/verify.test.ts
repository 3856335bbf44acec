import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { extendSchema, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../src/people/person.ts';
import { hubSchema } from '../src/schema.ts';
import { answerIn, knock } from './doors.ts';
import { doorsScene, type Scene } from './doors-scene.ts';
import { hub } from './hub.ts';
import { keepRows } from './rewind.ts';
import { Page } from './verify-apply.ts';
import { hear } from './verify-feed.ts';
import { heldBy, type Held } from './verify-held.ts';
import { CASES, unverified, type Case, type Sent } from './verify-table.ts';

/**
 * PostgreSQL tries every case, which takes minutes. The embedded database is one process with one thread: there each
 * day tries another share. VERIFY_SHARE=1 tries all, on either.
 */
const SHARE = Number(process.env.VERIFY_SHARE ?? (process.env.TEST_DATABASE_URL ? 1 : 12));
const TODAY = Math.floor(Date.now() / 86_400_000) % SHARE;
const TRIED = CASES.filter((_, at) => at % SHARE === TODAY);
const WHICH =
  SHARE === 1 ? `all ${CASES.length} cases` : `share ${TODAY + 1} of ${SHARE} of ${CASES.length} cases`;

let scene: Scene;
let rewind: () => Promise<void>;
let viewers: [string, Person][];
let places: string[];
const before = new Map<string, Held>();

beforeAll(async () => {
  scene = await doorsScene();
  rewind = await keepRows();
  viewers = Object.entries({ ...scene.people, tendo: scene.tendo }).filter(
    (viewer): viewer is [string, Person] => viewer[1] !== null,
  );
  places = ['discussion:begun', `discussion:${scene.list.id}`];
  for (const [name, held] of await heldByEach(viewers)) before.set(name, held);
}, 120_000);

describe(`what a page held, and what the feed brought: ${WHICH}`, () => {
  test('is looked at for every mutation of the schema', async () => {
    const planted = extendSchema(await hubSchema(), parse('extend type Mutation { forget: Int }'));

    expect(unverified(await hubSchema(), CASES)).toEqual([]);
    expect(unverified(planted, CASES)).toEqual(['forget']);
  });

  test.each(TRIED.map((one) => [one.name, one] as const))(
    'is what a fresh page holds, after %s',
    async (_, one) => {
      const found = await afterwards(one);
      await rewind();

      expect(found.flatMap(([name, { heard, fresh }]) => differences(name, heard, fresh))).toEqual([]);
      expect(
        found.some(([, { changed }]) => changed),
        'somebody’s page changes',
      ).toBe(!one.unseen);
    },
    120_000,
  );
});

/** Who looks on, beside whoever acts: an outsider, a member, a lead, staff, and the man whose responses those are. */
const LOOKING = new Set(['outsider', 'member', 'lead', 'staff', 'tendo']);

async function send({ by, ask }: Sent): Promise<void> {
  const [, person] = viewers.find(([name]) => name === by) ?? [];
  const { query, variables } = ask(scene);
  const input = { ...Object(variables?.input), clientMutationId: randomUUID() };
  const answer = answerIn(await knock(person ?? null, { query, variables: { input } }));
  if (answer !== 'open') throw new Error(`It was answered ${answer}.`);
}

async function afterwards(one: Case) {
  const looking = viewers.filter(([name]) => LOOKING.has(name) || name === one.by);
  const held = new Map(before);
  for (const earlier of one.first) await send(earlier);
  if (one.first.length > 0) for (const [name, page] of await heldByEach(looking)) held.set(name, page);
  await send(one);
  return Promise.all(
    looking.map(async ([name, person]) => {
      const page = held.get(name);
      if (!page) throw new Error(`${name} held nothing.`);
      const heard = await hear(person, page.cursors);
      const fresh = await heldBy(person, places);
      const now = (await isLetIn(person)) ? valuesOf(fresh) : {};
      const changed = JSON.stringify(now) !== JSON.stringify(valuesOf(page));
      return [name, { heard: new Page(page, fresh).hear(heard), fresh: now, changed }] as const;
    }),
  );
}

/** Pages only read, so all may load at once. */
function heldByEach(looking: [string, Person][]): Promise<[string, Held][]> {
  return Promise.all(
    looking.map(async ([name, person]): Promise<[string, Held]> => [name, await heldBy(person, places)]),
  );
}

function valuesOf({ parts }: Held): Record<string, unknown> {
  return Object.fromEntries([...parts].map(([key, { value }]) => [key, value]).sort());
}

async function isLetIn({ id }: Person): Promise<boolean> {
  const em = (await hub()).orm.em.fork();
  const { suspendedAt, email } = await em.findOneOrFail(Person, { id });
  return suspendedAt === null && !email.endsWith('@left.invalid');
}

/** What differs, piece by piece: a page that heard nothing of it, or heard it wrongly. */
function differences(name: string, heard: Record<string, unknown>, fresh: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(heard), ...Object.keys(fresh)])].flatMap((key) => {
    const [held, now] = [heard[key], fresh[key]].map((value) => JSON.stringify(value ?? null));
    return isDeepStrictEqual(comparable(key, heard[key]), comparable(key, fresh[key]))
      ? []
      : [`${name} holds ${key} as ${held} and not ${now}`];
  });
}

/** Counts raise the version of a group and of a discussion too: a page may hold a lower one, and takes any higher. */
function comparable(key: string, value: unknown): unknown {
  if (!/^(group|discussion):/.test(key) || !value) return value;
  const { version: _, ...shown } = Object(value);
  return shown;
}
