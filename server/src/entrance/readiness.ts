import type { App } from '../app.ts';
import { residentReport } from '../matching/resident.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { migrations } from '../../migrations/all.ts';

export interface Readiness {
  ready: boolean;
  /** `durable` on PostgreSQL; `evaluation` on the embedded database, which a power cut may ruin. */
  mode: 'durable' | 'evaluation';
  database: 'answers' | 'silent';
  migrated: boolean;
  draining: boolean;
  /** What this process holds in memory to rank by: people, pieces of evidence, megabytes; null before it was first asked. */
  matching: ReturnType<typeof residentReport>;
}

/** Whether this process should be sent visitors. */
export async function readiness(app: App, draining: boolean): Promise<Readiness> {
  const mode = app.orm.config.getDriver().constructor.name === 'PgliteDriver' ? 'evaluation' : 'durable';
  const em = app.orm.em.fork();
  const matching = residentReport(em);
  try {
    const row = await firstRow<{ applied: number; writable: boolean }>(
      em,
      sql`
      select count(*)::int as applied, not pg_is_in_recovery() as writable from mikro_orm_migrations`,
    );
    const migrated = row?.applied === migrations.length;
    const ready = migrated && row.writable && !draining;
    return { ready, mode, database: 'answers', migrated, draining, matching };
  } catch {
    return { ready: false, mode, database: 'silent', migrated: false, draining, matching };
  }
}
