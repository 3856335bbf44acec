import { DEMO_PASSWORD } from '../demo/people.ts';
import { seedDemo } from '../demo/seed.ts';
import type { Settings } from '../platform/settings.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { StartupProblem } from '../platform/startup.ts';
import { withStore } from './with-store.ts';

/** The demo community: for a database that nobody uses yet, because its accounts share a password. */
export async function seedTheDemo(settings: Settings): Promise<void> {
  await withStore(settings, async ({ orm }) => {
    const anybody = await firstRow(orm.em.fork(), sql`select 1 from person limit 1`);
    if (anybody)
      throw new StartupProblem('There are people in this database; the demo goes into an empty one.');
    await seedDemo({ orm });
    console.log(`The demo community is in place. The password of every account is ${DEMO_PASSWORD}`);
  });
}

export async function seedBulk(settings: Settings, scale: number): Promise<void> {
  throw new StartupProblem(`Not there yet: ${scale} ${settings.name}.`);
}
