import { DEMO_PASSWORD } from '../demo/people.ts';
import { seedDemo } from '../demo/seed.ts';
import type { Settings } from '../platform/settings.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { StartupProblem } from '../platform/startup.ts';
import { BENCH_EMAIL, BENCH_PASSWORD, BENCH_STAFF_EMAIL } from './scale/bench-people.ts';
import { seedScale, sizeOf } from './scale/bulk.ts';
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

/** Bulk data for measuring, beside a demo or alone, and never twice. */
export async function seedBulk(settings: Settings, scale: number): Promise<void> {
  await withStore(settings, async ({ orm }) => {
    const there = await firstRow(orm.em.fork(), sql`select 1 from person where email = ${BENCH_EMAIL}`);
    if (there) throw new StartupProblem('This database holds bulk data already.');
    const from = performance.now();
    const tell = (line: string) => console.log(`${seconds(from)}  ${line}`);
    await seedScale(orm, sizeOf(scale), tell);
    tell(`done. ${BENCH_EMAIL} (an expert) and ${BENCH_STAFF_EMAIL} sign in with ${BENCH_PASSWORD}`);
  });
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1_000).toFixed(1)} s`.padStart(8);
}
