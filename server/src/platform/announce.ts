import type { EntityManager } from './database.ts';
import { rows, sql } from './sql.ts';

/** A kind of thing that can happen, named `subject.happened`. */
export interface EventKind {
  type: string;
}

export function event(type: `${string}.${string}`): EventKind {
  return { type };
}

export interface Announcement {
  stream: string;
  kind: EventKind;
  subjectId: string;
  subjectVersion: number;
  payload?: Record<string, unknown>;
  /** The stream ends with this news and goes on in another one. */
  successor?: string;
}

const queues = new WeakMap<EntityManager, Announcement[]>();

/** Queues news. It is written just before commit and heard just after; a rollback forgets it. */
export function announce(em: EntityManager, news: Announcement): void {
  const queue = queues.get(em) ?? [];
  queue.push(news);
  queues.set(em, queue);
}

export interface Head {
  stream: string;
  head: number;
}

/**
 * Writes what was announced: one ordered lock on the streams' rows, one insert. Holding the rows until
 * commit makes number order equal to commit order, and a rollback gives the numbers back.
 */
export async function appendAnnounced(em: EntityManager): Promise<Head[]> {
  const queue = queues.get(em);
  if (!queue?.length) return [];
  queues.delete(em);
  await em.flush();

  const streams = [...new Set(queue.map(({ stream }) => stream))].sort();
  const kinds = streams.map((stream) => stream.split(':')[0] ?? stream);
  await rows(
    em,
    sql`
    insert into stream (id, kind, epoch, head_seq, floor_seq)
    select id, kind, coalesce((select epoch from hub_state), 1), 0, 0
    from unnest(${streams}::text[], ${kinds}::text[]) as new (id, kind) order by id
    on conflict (id) do nothing`,
  );
  const locked = await rows<{ id: string; head: number }>(
    em,
    sql`
    select id, head_seq as head from stream where id = any(${streams}::text[]) order by id for update`,
  );

  const heads = new Map(locked.map(({ id, head }) => [id, head]));
  const numbered = queue.map((news) => {
    const seq = (heads.get(news.stream) ?? 0) + 1;
    heads.set(news.stream, seq);
    return { ...news, seq };
  });
  await insertEvents(em, numbered);
  return [...heads].map(([stream, head]) => ({ stream, head }));
}

async function insertEvents(em: EntityManager, events: (Announcement & { seq: number })[]): Promise<void> {
  const table = JSON.stringify(
    events.map(({ stream, seq, kind, subjectId, subjectVersion, payload, successor }) => ({
      stream_id: stream,
      seq,
      type: kind.type,
      subject_id: subjectId,
      subject_version: subjectVersion,
      payload: payload ?? null,
      successor: successor ?? null,
    })),
  );
  await rows(
    em,
    sql`
    with news as (
      select * from jsonb_to_recordset(${table}::jsonb)
        as n(stream_id text, seq int, type text, subject_id text, subject_version int, payload jsonb, successor text)
    ), written as (
      insert into event (stream_id, seq, type, subject_id, subject_version, at, payload)
      select stream_id, seq, type, subject_id, subject_version, clock_timestamp(), payload from news
    )
    update stream set head_seq = top.seq, successor = coalesce(top.successor, stream.successor)
    from (select stream_id, max(seq) as seq, max(successor) as successor from news group by stream_id) as top
    where stream.id = top.stream_id`,
  );
}
