import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type RawBuilder } from 'kysely';
import type { EntityManager } from './database.ts';

export { sql };

/** The entity manager of the transaction we are in, if we are in one. */
export const insideTransaction = new AsyncLocalStorage<EntityManager>();

/**
 * Answers a read as plain rows. Reads do not hydrate entities: a row is seven to fourteen times cheaper.
 * A second connection inside a transaction would wait for ever on the embedded database, so it is refused.
 */
export async function rows<T>(em: EntityManager, query: RawBuilder<unknown>): Promise<T[]> {
  const open = insideTransaction.getStore();
  if (open && open !== em) throw new Error('A second entity manager was used inside a transaction.');
  const result = await query.execute(em.getKysely<Record<string, never>>());
  return result.rows as T[];
}

export async function firstRow<T>(em: EntityManager, query: RawBuilder<unknown>): Promise<T | null> {
  const [row] = await rows<T>(em, query);
  return row ?? null;
}
