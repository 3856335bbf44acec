import { appendAnnounced, type Head } from './announce.ts';
import type { Database, EntityManager } from './database.ts';
import { insideTransaction } from './sql.ts';

/** What the hub needs to act by itself: its database, and who hears of what was committed. */
export interface Actor {
  orm: Database;
  committed(heads: Head[]): void;
}

/** One transaction of the hub's own, as when a date passes: nobody asked for it, and its news goes out like any other. */
export async function actAlone<T>(
  { orm, committed }: Actor,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  const em = orm.em.fork({ clear: true });
  const { result, heads } = await insideTransaction.run(em, async () => {
    await em.begin();
    try {
      const done = await work(em);
      await em.flush();
      const told = await appendAnnounced(em);
      await em.commit();
      return { result: done, heads: told };
    } catch (error) {
      if (em.isInTransaction()) await em.rollback();
      throw error;
    }
  });
  committed(heads);
  return result;
}
