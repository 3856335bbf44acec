import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { isEnumType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { RequestState } from '../src/requests/request.states.ts';
import { backAfterDays } from './away-scene.ts';
import { answerIn, knock, type Actor, type Asked } from './doors.ts';
import { doorsScene, type Scene } from './doors-scene.ts';
import { DOORS } from './doors-table.ts';
import { hub } from './hub.ts';
import { withTexts, writtenInputs } from './naughty.ts';

const BAD = 'BAD_USER_INPUT';

let scene: Scene;
beforeAll(async () => {
  scene = await doorsScene();
  await backAfterDays(scene);
});

/** The code of the first error; what is a fault of ours is none of these. */
async function codeOf(asked: Asked, actor: Actor = 'outsider'): Promise<string | undefined> {
  const { errors } = await knock(scene.people[actor], asked);
  return errors?.[0]?.extensions?.code;
}

/** The way to every value that is not a list or an object. */
function leavesOf(value: unknown, way: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return way.length > 0 ? [way.join('.')] : [];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...way, name]));
}

const ASKED = DOORS.filter(({ field }) => !field.startsWith('Subscription'));

describe('a value of the wrong kind', () => {
  test.each([[{ $ne: null }], [[{ $gt: '' }]], [{ toString: 1 }], [[[]]]])(
    '%j in every place of every question is bad input',
    async (wrong) => {
      for (const { field, ask } of ASKED) {
        const { query, variables = {} } = ask(scene);
        for (const way of leavesOf(variables)) {
          const asked = { query, variables: withTexts(variables, new Map([[way, wrong]])) };
          expect(await codeOf(asked), `${field} ${way}`).toBe(BAD);
        }
      }
    },
  );

  test.each([[['x']], [7.5], [true], ['\0'], [''], [null]])(
    '%j in every place of every question is never a fault',
    async (odd) => {
      for (const { field, ask } of ASKED) {
        const { query, variables = {} } = ask(scene);
        for (const way of leavesOf(variables)) {
          const asked = { query, variables: withTexts(variables, new Map([[way, odd]])) };
          expect(await codeOf(asked), `${field} ${way}`).not.toBe('INTERNAL_SERVER_ERROR');
        }
      }
    },
  );

  test('a choice that is none of those there are is bad input', async () => {
    const inputs = await writtenInputs((await hub()).schema, DOORS, scene, isEnumType);
    for (const { name, by, input, paths } of inputs) {
      const type = name.charAt(0).toUpperCase() + name.slice(1);
      const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`;
      for (const path of paths) {
        const wrong = {
          clientMutationId: randomUUID(),
          ...withTexts(input, new Map([[path, 'NO_SUCH_CHOICE']])),
        };
        expect(answerIn(await knock(by, { query, variables: { input: wrong } })), `${name} ${path}`).toBe(
          BAD,
        );
      }
    }
    expect(inputs.length).toBeGreaterThan(5);
  });
});

/** Cursors nobody was given: no text at all, other shapes, moments and ids that are none, numbers beyond any. */
const FORGED = [
  'x',
  '\0',
  '{}',
  '💥',
  '='.repeat(1_000),
  ...[null, {}, [], [null], [{ $ne: null }], ['a', 'b', 'c'], ['a', 1], [1e300], [-1], [0.5]].map(inCursor),
];
/** Cursors of two texts: none is a moment and an id. Where a list is in order of names they only lead elsewhere. */
const TWO_TEXTS = [
  ['\0', 'x'],
  ['\0', randomUUID()],
  ['9999-99-99 99:99:99+00', randomUUID()],
  ['2026-02-30 10:00:00+00', randomUUID()],
  ['2026-01-05 09:00:00.1.2+00', randomUUID()],
  ['2026-01-05 09:00:00+00', '-'.repeat(36)],
  ["2026-01-05 09:00:00+00'; drop table person", randomUUID()],
].map(inCursor);
const BY_NAME = new Set(['groups', 'people']);

function inCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Every list that goes on after a cursor, asked by somebody to whom it is not empty. */
const LISTS: { list: string; by: Actor; ask: (paging: string, scene: Scene) => string }[] = [
  { list: 'discussions', by: 'member', ask: (paging) => `{ discussions${paging} }` },
  { list: 'groups', by: 'member', ask: (paging) => `{ groups${paging} }` },
  { list: 'inbox', by: 'lead', ask: (paging) => `{ inbox${paging} }` },
  {
    list: 'inboxThings',
    by: 'lead',
    ask: (paging) => `{ inboxThings(tab: UPDATES, ${paging.slice(1)} }`,
  },
  { list: 'auditEntries', by: 'admin', ask: (paging) => `{ auditEntries${paging} }` },
  { list: 'reportedReplies', by: 'lead', ask: (paging) => `{ reportedReplies${paging} }` },
  { list: 'waitingPeople', by: 'staff', ask: (paging) => `{ waitingPeople${paging} }` },
  {
    list: 'evidence',
    by: 'staff',
    ask: (paging, { people }) =>
      `{ person(handle: "${people.member?.handle}") { profile { evidence${paging} } } }`,
  },
  {
    list: 'search',
    by: 'member',
    ask: (paging) =>
      `{ search(text: "Hana", kind: PERSON, ${paging.slice(1).replace(') {', ') { hits {')} } }`,
  },
  { list: 'outcomesSince', by: 'lead', ask: (paging) => `{ briefing { outcomesSince${paging} } }` },
  { list: 'requestsSince', by: 'lead', ask: (paging) => `{ briefing { requestsSince${paging} } }` },
  { list: 'discussionsSince', by: 'lead', ask: (paging) => `{ briefing { discussionsSince${paging} } }` },
  { list: 'myResponses', by: 'member', ask: (paging) => `{ myResponses${paging} }` },
  { list: 'people', by: 'member', ask: (paging) => `{ people${paging} }` },
  { list: 'requests', by: 'staff', ask: (paging) => `{ requests${paging} }` },
  {
    list: 'replies',
    by: 'member',
    ask: (paging, { list }) => `{ discussion(id: "${list.id}") { replies${paging} } }`,
  },
  {
    list: 'members',
    by: 'lead',
    ask: (paging, { whistle }) => `{ group(slug: "${whistle.slug}") { members${paging} } }`,
  },
  {
    list: 'responses',
    by: 'staff',
    ask: (paging, { requests }) =>
      `{ request(id: "${requests(RequestState.ASSESSING).id}") { responses${paging} } }`,
  },
];

describe('a page of a list', () => {
  const page = (first: number, after: string) =>
    `(first: ${first}, after: ${JSON.stringify(after)}) { edges { cursor } pageInfo { hasNextPage } }`;

  test('is asked of every list there is', async () => {
    const types = Object.values((await hub()).schema.getTypeMap()).filter(isObjectType);
    const lists = types.flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, args }) =>
        args.some((arg) => arg.name === 'after') ? [name] : [],
      ),
    );
    expect(LISTS.map(({ list }) => list).toSorted()).toEqual(lists.toSorted());
  });

  test.each(LISTS)(
    'of $list has 1 to 100 items, and goes on after no forged cursor',
    async ({ list, by, ask }) => {
      const code = (first: number, after: string) => codeOf({ query: ask(page(first, after), scene) }, by);
      for (const first of [0, -1, 101, 2_147_483_647])
        expect(await code(first, ''), `first: ${first}`).toBe(BAD);
      for (const cursor of FORGED) expect(await code(20, cursor), cursor).toBe(BAD);
      for (const cursor of TWO_TEXTS) {
        if (BY_NAME.has(list)) expect([BAD, undefined], cursor).toContain(await code(20, cursor));
        else expect(await code(20, cursor), cursor).toBe(BAD);
      }

      const { data, errors } = await knock(scene.people[by], { query: ask(page(100, ''), scene) });
      expect(errors).toBeUndefined();
      const [given] = JSON.stringify(data).match(/(?<="cursor":")[^"]+/) ?? [];
      expect(await code(100, String(given)), 'the cursor we gave').toBeUndefined();
    },
  );
});
