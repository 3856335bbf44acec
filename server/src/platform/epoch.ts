import type { EntityManager } from './database.ts';
import { rows, sql } from './sql.ts';

/**
 * Compares the database's system and timeline with those kept from last time. Another one means that it was
 * restored or changed over: numbers may be given twice, so every cursor handed out before is worth nothing.
 */
export async function noteEpoch(em: EntityManager): Promise<void> {
  await rows(
    em,
    sql`
    with now_on as (
      select system_identifier::text as system, timeline_id as timeline from pg_control_system(), pg_control_checkpoint()
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
}
