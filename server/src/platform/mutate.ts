import { createHash } from 'node:crypto';
import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { appendAnnounced, type Head } from './announce.ts';
import type { EntityManager } from './database.ts';
import { notSignedIn } from './errors.ts';
import { kept, revive } from './payload.ts';
import { ProblemCode, reject, Rejected } from './results.ts';
import { firstRow, insideTransaction, rows, sql } from './sql.ts';
import type { Work } from './work.ts';
import * as say from './say/generated/platform.ts';

/** What a mutation did, kept 30 days, so that the same message sent again has one effect and the same answer. */
@Entity()
export class ClientMutation {
  [PrimaryKeyProp]?: ['personId', 'id'];
  @PrimaryKey({ type: 'uuid' }) personId: string;
  @PrimaryKey({ type: 'uuid' }) id: string;
  @Property({ type: 'text' }) inputHash: string;
  @Property({ type: 'text', nullable: true }) payload: string | null;
  @Property({ type: 'json', nullable: true }) ids: Record<string, string> | null;
  @Property({ type: 'timestamptz', defaultRaw: 'now()', index: true }) at: Date;
}

const ATTEMPTS = 4;
const TRY_AGAIN = new Set(['40001', '40P01']);

/** Every mutation of the schema becomes one transaction with one effect. */
export function inTransactions(schema: GraphQLSchema, committed: (heads: Head[]) => void): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve) field.resolve = oneTransaction(field.name, resolve, committed);
  }
}

type Resolve = GraphQLFieldResolver<unknown, Work>;

function oneTransaction(name: string, resolve: Resolve, committed: (heads: Head[]) => void): Resolve {
  return async (root, args, context, info) => {
    for (let attempt = 1; ; attempt++) {
      const em = context.em.fork({ clear: true });
      try {
        const work = (inside: Work) => resolve(root, args, inside, info);
        const { answer, heads } = await insideTransaction.run(em, () =>
          once(name, args.input, { ...context, em, batches: new Map() }, work),
        );
        // Told outside of it: whoever is woken by this is not inside our transaction.
        committed(heads);
        return answer;
      } catch (error) {
        if (em.isInTransaction()) await em.rollback();
        if (attempt >= ATTEMPTS || !TRY_AGAIN.has(String((error as { code?: unknown }).code))) throw error;
      }
    }
  };
}

async function once(
  name: string,
  input: { clientMutationId: string },
  context: Work,
  work: (inside: Work) => unknown,
): Promise<{ answer: unknown; heads: Head[] }> {
  const { em, actorId } = context;
  if (!actorId) return notSignedIn();
  await em.begin();
  const done = await claim(em, actorId, input.clientMutationId, hashOf(name, input));
  if (done) {
    await em.rollback();
    return { answer: done === 'OTHER_INPUT' ? reject(reused()) : done, heads: [] };
  }
  const answer = await work(context);
  if (answer instanceof Rejected) {
    await em.rollback();
    return { answer, heads: [] };
  }
  await em.flush();
  const { payload, ids } = kept(answer);
  await rows(
    em,
    sql`
    update client_mutation set payload = ${payload}, ids = ${JSON.stringify(ids)}::jsonb
    where person_id = ${actorId} and id = ${input.clientMutationId}`,
  );
  const heads = await appendAnnounced(em);
  await em.commit();
  return { answer, heads };
}

const reused = () => ({
  code: ProblemCode.ID_REUSED,
  message: say.sentBefore(),
  field: 'clientMutationId',
});

/** Waits for a twin in flight, then finds what it did: null means the work is ours. */
async function claim(
  em: EntityManager,
  actorId: string,
  id: string,
  hash: string,
): Promise<object | 'OTHER_INPUT' | null> {
  const mine = await rows(
    em,
    sql`
    insert into client_mutation (person_id, id, input_hash) values (${actorId}, ${id}, ${hash})
    on conflict do nothing returning id`,
  );
  if (mine.length > 0) return null;
  const before = await firstRow<{ input_hash: string; payload: string; ids: Record<string, string> }>(
    em,
    sql`
    select input_hash, payload, ids from client_mutation where person_id = ${actorId} and id = ${id}`,
  );
  if (before?.input_hash !== hash) return 'OTHER_INPUT';
  return revive(before.payload, typeof before.ids === 'string' ? JSON.parse(before.ids) : before.ids);
}

function hashOf(name: string, input: object): string {
  const sorted = JSON.stringify(input, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(`${name}\n${sorted}`).digest('base64');
}
