import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { extendSchema, getNullableType, isInputObjectType, parse, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { RequestState } from '../src/requests/request.states.ts';
import { firstRow, sql } from '../src/platform/sql.ts';
import { hubSchema } from '../src/schema.ts';
import { ACTORS, answerIn, disagreement, knock, type Actor, type Door } from './doors.ts';
import { doorsScene, type Scene } from './doors-scene.ts';
import { follow } from './doors-socket.ts';
import { DOORS } from './doors-table.ts';
import { hub } from './hub.ts';
import { keepRows } from './rewind.ts';

let scene: Scene;
let rewind: () => Promise<void>;
beforeAll(async () => {
  scene = await doorsScene();
  rewind = await keepRows();
});

async function answerTo(door: Door, actor: Actor): Promise<string> {
  const through = door.field.startsWith('Subscription') ? follow : knock;
  return answerIn(await through(scene.people[actor], door.ask(scene)));
}

describe('the table of doors', () => {
  test('has every root field of the schema, and no others', async () => {
    expect(disagreement(await hubSchema(), DOORS)).toEqual([]);
  });

  test('would notice a field nobody has thought about, and a door that leads nowhere', async () => {
    const planted = parse('extend type Query { secrets: Int } extend type Mutation { forget: Int }');

    expect(disagreement(extendSchema(await hubSchema(), planted), DOORS)).toEqual([
      'Query.secrets is not in the table of doors.',
      'Mutation.forget is not in the table of doors.',
    ]);
    const astray = DOORS.slice(0, 1).map((door): Door => ({ ...door, field: 'Query.secrets' }));
    expect(disagreement(await hubSchema(), [...DOORS, ...astray])).toEqual(['Query.secrets does not exist.']);
    expect(disagreement(await hubSchema(), DOORS.slice(1))).toEqual([
      `${DOORS[0]?.field} is not in the table of doors.`,
    ]);
  });
});

describe('through the door', () => {
  test.each(DOORS.map((door) => [[door.field, door.at].filter(Boolean).join(', at '), door] as const))(
    '%s',
    async (_, door) => {
      const changes = (actor: Actor) => door.field.startsWith('Mutation') && door.answers[actor] === 'open';
      const found: Partial<Record<Actor, string>> = {};

      for (const actor of ACTORS.filter((each) => !changes(each))) found[actor] = await answerTo(door, actor);
      expect(await effects(), 'what was refused has left something behind').toBe(0);
      for (const actor of ACTORS.filter(changes)) {
        found[actor] = await answerTo(door, actor);
        await rewind();
      }

      expect(found).toEqual(door.answers);
    },
  );
});

/** How many mutations have had an effect. */
async function effects(): Promise<number> {
  const em = (await hub()).orm.em.fork();
  const row = await firstRow<{ count: number }>(em, sql`select count(*)::int as count from client_mutation`);
  return row?.count ?? 0;
}

/** Something of each kind that Pemba may not know of, by the variable that would name it. */
const FORBIDDEN: Record<string, (scene: Scene) => string> = {
  discussionId: ({ list }) => list.id,
  evidenceId: ({ evidence }) => evidence.id,
  groupId: ({ whistle }) => whistle.id,
  handle: ({ silent }) => silent.handle,
  personId: ({ silent }) => silent.id,
  planId: ({ plans }) => plans.proposed.id,
  questionId: ({ question }) => question.id,
  replyId: ({ hers }) => hers.id,
  requestId: ({ requests }) => requests(RequestState.DRAFT).id,
  responseId: ({ responses }) => responses.waiting.id,
  sessionId: ({ session }) => session.id,
  slug: ({ whistle }) => whistle.slug,
  sourceId: ({ whistle }) => whistle.id,
  targetId: ({ whistle }) => whistle.id,
};
/** Fields that name one thing, which everyone may know of. */
const PUBLIC = [
  'Mutation.archiveStrand',
  'Mutation.draftRequest',
  'Mutation.orderGroups',
  'Mutation.renameStrand',
  'Mutation.restoreStrand',
  'Query.strand',
];

describe('what may not be seen', () => {
  test('answers byte for byte as what does not exist', async () => {
    const compared = new Set<string>(PUBLIC);
    for (const { door, name } of DOORS.flatMap((door) =>
      Object.keys(FORBIDDEN).map((name) => ({ door, name })),
    )) {
      const { query, variables = {} } = door.ask(scene);
      if (!names(variables, name)) continue;
      const ask = async (actor: Actor, value: unknown) =>
        JSON.stringify(await knock(scene.people[actor], { query, variables: put(variables, name, value) }));

      const [hidden, nobodys] = [FORBIDDEN[name]?.(scene), randomUUID()];
      // A lead gets further than an outsider before it matters whom they name.
      for (const actor of name === 'personId' ? (['outsider', 'lead'] as const) : (['outsider'] as const)) {
        const forbidden = await ask(actor, hidden);
        expect(await ask(actor, nobodys), `${door.field} by ${name}`).toBe(forbidden);
        const broken = [await ask(actor, 'no-id'), await ask(actor, `${hidden}\0`)];
        expect(broken.join(), `${door.field} by ${name}`).not.toContain('INTERNAL_SERVER_ERROR');
      }
      compared.add(door.field);
    }

    expect(fieldsNamingOne(await hubSchema()).filter((field) => !compared.has(field))).toEqual([]);
  });
});

function names(variables: object, name: string): boolean {
  return name in variables || name in Object((variables as { input?: object }).input);
}

function put(variables: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  if (name in variables) return { ...variables, [name]: value };
  return { input: { ...Object(variables.input), [name]: value } };
}

/** Root fields that need the name of one thing: an id, or its name in addresses. */
function fieldsNamingOne(schema: GraphQLSchema): string[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).flatMap(({ name, args }) => {
      const input = args.map(({ type }) => getNullableType(type)).find(isInputObjectType);
      const asked = [...args, ...Object.values(input?.getFields() ?? {})];
      const one = asked.some(
        (arg) => String(arg.type) === 'ID!' || arg.name === 'slug' || arg.name === 'handle',
      );
      return one ? [`${root?.name}.${name}`] : [];
    }),
  );
}
