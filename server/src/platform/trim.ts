import type { EntityManager } from './database.ts';
import { rows, sql } from './sql.ts';

/** How much of the log is kept for those who come back. */
export interface Kept {
  days: number;
  /** The most events of one stream. */
  events: number;
}

/** What is deleted in one statement, so that nobody waits long for a stream. */
const AT_ONCE = 10_000;

/**
 * Forgets events that are older, or more, than what is kept, and raises each stream's floor over them: a cursor from
 * below it is told TRIMMED. The head never moves, so no number is given twice. Answers with how many are gone.
 */
export async function trimLog(em: EntityManager, { days, events }: Kept): Promise<number> {
  let gone = 0;
  for (;;) {
    // The streams' rows are locked in the order in which everybody locks them, and whoever writes to one is not waited for.
    const trimmed = await rows<{ gone: number }>(
      em.fork(),
      sql`
      with old as (
        select stream_id as id, max(seq) as floor from (
          select stream_id, seq from event where at < now() - make_interval(days => ${days}) order by at limit ${AT_ONCE}) aged
        group by stream_id
        union all
        select id, least(head_seq - ${events}::int, floor_seq + ${AT_ONCE}::int) from stream where head_seq - floor_seq > ${events}::int
      ), target as (select id, max(floor) as floor from old group by id
      ), locked as (
        select s.id, t.floor from stream s join target t on t.id = s.id
        where t.floor > s.floor_seq order by s.id for update of s skip locked
      ), raised as (
        update stream s set floor_seq = l.floor from locked l where s.id = l.id returning s.id, l.floor
      ), deleted as (
        delete from event e using raised r where e.stream_id = r.id and e.seq <= r.floor returning 1
      )
      select count(*)::int as gone from deleted`,
    );
    const count = trimmed[0]?.gone ?? 0;
    gone += count;
    if (count < AT_ONCE / 2) return gone;
  }
}
