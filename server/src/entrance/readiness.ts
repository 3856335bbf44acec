import type { App } from '../app.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { migrations } from '../../migrations/all.ts';

export interface Readiness {
  ready: boolean;
  /** `durable` on PostgreSQL; `evaluation` on the embedded database, which a power cut may ruin. */
  mode: 'durable' | 'evaluation';
  database: 'answers' | 'silent';
  migrated: boolean;
  draining: boolean;
}

/** Whether this process should be sent visitors. */
export async function readiness(app: App, draining: boolean): Promise<Readiness> {
  const mode = app.orm.config.getDriver().constructor.name === 'PgliteDriver' ? 'evaluation' : 'durable';
  try {
    const row = await firstRow<{ applied: number; writable: boolean }>(
      app.orm.em.fork(),
      sql`
      select count(*)::int as applied, not pg_is_in_recovery() as writable from mikro_orm_migrations`,
    );
    const migrated = row?.applied === migrations.length;
    return { ready: migrated && row.writable && !draining, mode, database: 'answers', migrated, draining };
  } catch {
    return { ready: false, mode, database: 'silent', migrated: false, draining };
  }
}
