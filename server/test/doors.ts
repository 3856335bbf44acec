import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Person } from '../src/people/person.ts';
import type { ProblemCode } from '../src/platform/results.ts';
import { viewerOf } from './as.ts';
import type { Scene } from './doors-scene.ts';
import { hub } from './hub.ts';

/** Who knocks: see `doors-scene.ts` for where each of them belongs. */
export const ACTORS = ['stranger', 'outsider', 'member', 'lead', 'staff', 'otherStaff', 'admin'] as const;
export type Actor = (typeof ACTORS)[number];

/**
 * What they receive. `open` is an answer; `empty` one with nothing in it, where that is the rule; `refused` a Rejected,
 * with the code of its first problem; `AccessChanged` a stream they may not follow; the others are errors.
 */
export type Answer =
  'open' | 'empty' | `refused ${ProblemCode}` | 'AccessChanged' | 'NOT_FOUND' | 'UNAUTHENTICATED';

/** One root field of the schema, what it is aimed at, and what each who knocks receives. */
export interface Door {
  field: `${'Query' | 'Mutation' | 'Subscription'}.${string}`;
  /** What it is aimed at, where that is not plain. */
  at?: string;
  ask: (scene: Scene) => Asked;
  answers: Record<Actor, Answer>;
}

export interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}

export interface Heard {
  data?: Record<string, unknown> | null;
  errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** Everyone receives this; name the exceptions after it. */
export function everyone(answer: Answer): Record<Actor, Answer> {
  return Object.fromEntries(ACTORS.map((actor) => [actor, answer])) as Record<Actor, Answer>;
}

/** A mutation needs a person: visitors are asked to sign in, the others receive this unless named after it. */
export function signedIn(answer: Answer): Record<Actor, Answer> {
  return { ...everyone(answer), stranger: 'UNAUTHENTICATED' };
}

/** A door of a mutation, which reads these fields of its payload. */
export function sends(
  name: string,
  fields: string,
  input: (scene: Scene) => object,
): Pick<Door, 'field' | 'ask'> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    ... on ${type}Payload { ${fields} } ... on Rejected { problems { code } } } }`;
  const clientMutationId = '5f8f3f0e-6f1c-4a53-9a35-0d5f0a4c8d11';
  return {
    field: `Mutation.${name}`,
    ask: (scene) => ({ query, variables: { input: { clientMutationId, ...input(scene) } } }),
  };
}

export async function knock(person: Person | null, { query, variables = {} }: Asked): Promise<Heard> {
  const app = await hub();
  const { body } = await app.apollo.executeOperation(
    { query, variables },
    { contextValue: app.contextFor(person && viewerOf(person)) },
  );
  if (body.kind !== 'single') throw new Error('Answers come in one piece.');
  return body.singleResult as Heard;
}

export function answerIn({ data, errors }: Heard): string {
  const [error] = errors ?? [];
  if (error) return error.extensions?.code ?? error.message;
  const [value] = Object.values(data ?? {}).map((field) =>
    Array.isArray(field) ? (field[0] ?? null) : field,
  );
  const { problems, __typename } = Object(value) as { problems?: { code: string }[]; __typename?: string };
  if (problems) return `refused ${problems[0]?.code}`;
  if (__typename === 'AccessChanged') return __typename;
  return isEmpty(value) ? 'empty' : 'open';
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === 0) return true;
  const { hits = value } = Object(value) as { hits?: unknown };
  return (Object(hits) as { edges?: unknown[] }).edges?.length === 0;
}

/** Where schema and table differ: fields nobody has thought about, and doors that lead nowhere. */
export function disagreement(schema: GraphQLSchema, doors: readonly Door[]): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.filter((root) => root !== null && root !== undefined).flatMap(fieldsOf);
  const listed = new Set<string>(doors.map(({ field }) => field));
  return [
    ...fields.filter((field) => !listed.has(field)).map((field) => `${field} is not in the table of doors.`),
    ...[...listed].filter((field) => !fields.includes(field)).map((field) => `${field} does not exist.`),
  ];
}

function fieldsOf(root: GraphQLObjectType): string[] {
  return Object.keys(root.getFields()).map((name) => `${root.name}.${name}`);
}
