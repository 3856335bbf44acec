import type { EntityManager } from './database.ts';
import { firstRow, rows, sql } from './sql.ts';

/**
 * Compares the database's system, database and timeline with those kept from last time, and answers with the epoch.
 * Others mean that it was restored or changed over: numbers may be given twice, so every cursor handed out before is
 * worth nothing. The timeline is that of what is written now; a checkpoint still tells the old one after a failover.
 */
export async function noteEpoch(em: EntityManager): Promise<number> {
  await rows(
    em,
    sql`
    with now_on as (
      select c.system_identifier || '/' || d.oid as system,
        ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline
      from pg_control_system() c, pg_database d where d.datname = current_database()
    ), before as (select * from hub_state where id = 1),
    noted as (
      insert into hub_state (id, epoch, system_identifier, timeline)
      select 1, coalesce((select epoch from before), 0) + 1, system, timeline from now_on
      where not exists (select 1 from before b, now_on n where b.system_identifier = n.system and b.timeline = n.timeline)
      on conflict (id) do update set epoch = excluded.epoch, system_identifier = excluded.system_identifier, timeline = excluded.timeline
      returning epoch
    )
    update stream set epoch = noted.epoch from noted`,
  );
  const state = await firstRow<{ epoch: number }>(em, sql`select epoch from hub_state where id = 1`);
  return state?.epoch ?? 1;
}
