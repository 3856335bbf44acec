import { AsyncLocalStorage } from 'node:async_hooks';
import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import {
  CompiledQuery,
  sql,
  type OperationNode,
  type RawBuilder,
  type RawNode,
  type ValueNode,
} from 'kysely';
import type { Pool } from 'pg';
import type { EntityManager } from './database.ts';

export { sql };

/** The entity manager of the transaction we are in, if we are in one. */
export const insideTransaction = new AsyncLocalStorage<EntityManager>();

/**
 * Answers a read as plain rows. Reads do not hydrate entities: a row is seven to fourteen times cheaper.
 * A second connection inside a transaction would wait for ever on the embedded database, so it is refused.
 * Planning a joined read costs PostgreSQL more than running it: `once` keeps the plan, and is for statements whose
 * best plan does not depend on who asks or for what.
 */
export async function rows<T>(
  em: EntityManager,
  query: RawBuilder<unknown>,
  planned: 'each time' | 'once' = 'each time',
): Promise<T[]> {
  const open = insideTransaction.getStore();
  if (open && open !== em) throw new Error('A second entity manager was used inside a transaction.');
  const asked = written(query);
  const pool = asked && planned === 'once' && !em.isInTransaction() && (await poolOf(em));
  if (!pool) {
    const kysely = em.getKysely<Record<string, never>>();
    const compiled = asked ? CompiledQuery.raw(asked.text, asked.values) : query.compile(kysely);
    return (await kysely.executeQuery(compiled)).rows as T[];
  }
  return (await pool.query({ name: nameOf(asked.text), ...asked })).rows as T[];
}

/** Looks one thing up. */
export async function firstRow<T>(em: EntityManager, query: RawBuilder<unknown>): Promise<T | null> {
  const [row] = await rows<T>(em, query, 'once');
  return row ?? null;
}

const pools = new WeakMap<object, Promise<Pool | null>>();

/** PostgreSQL's connections; none where the database is embedded. */
function poolOf(em: EntityManager): Promise<Pool | null> {
  const connection = em.getConnection();
  let pool = pools.get(connection);
  if (!pool) {
    pool = connection instanceof PostgreSqlConnection ? connection.getNativeClient() : Promise.resolve(null);
    pools.set(connection, pool);
    pool.catch(() => pools.delete(connection));
  }
  return pool;
}

const names = new Map<string, string>();
const MOST_NAMES = 500;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = `hub_${names.size}`;
  names.set(text, name);
  return name;
}

interface Written {
  text: string;
  values: unknown[];
}

/** A template of texts and values alone, written out here: the library's compiler costs as much as a small query. */
function written(query: RawBuilder<unknown>): Written | null {
  const values: unknown[] = [];
  const text = textOf(query.toOperationNode(), values);
  return text === null ? null : { text, values };
}

function textOf(node: OperationNode, values: unknown[]): string | null {
  if (node.kind === 'ValueNode' && !(node as ValueNode).immediate)
    return `$${values.push((node as ValueNode).value)}`;
  if (node.kind !== 'RawNode') return null;
  const { sqlFragments, parameters } = node as RawNode;
  let text = sqlFragments[0] ?? '';
  for (const [n, parameter] of parameters.entries()) {
    const inner = textOf(parameter, values);
    if (inner === null) return null;
    text += inner + (sqlFragments[n + 1] ?? '');
  }
  return text;
}
