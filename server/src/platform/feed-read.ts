import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from './database.ts';
import { Batch, Reset, ResetReason, type FeedEvent, type FeedSubjectKind } from './feed.ts';
import type { CursorInput } from './log.ts';
import type { Words } from './outlet.ts';
import { firstRow, rows, sql } from './sql.ts';

const PAGE = 200;

/** One read of one stream: what to send, and how far `access` had come in the same snapshot. */
export interface FeedRead {
  item: Batch | Reset | null;
  accessHead: number;
  /** Before this, nothing is missing from what was read. */
  at: Date;
  /** The item as text, for each document that asked for it. */
  rendered: Map<string, Promise<Words>>;
}

interface StreamRow {
  epoch: number;
  head: number;
  floor: number;
  successor: string | null;
  access: number;
  current: number;
}

/** Reads a stream after a cursor, with its subjects, in one snapshot. */
export async function readFeed(
  em: EntityManager,
  kinds: FeedSubjectKind[],
  cursor: CursorInput,
): Promise<FeedRead> {
  const snapshot = em.fork({ clear: true });
  const at = new Date();
  await snapshot.begin({ isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
  try {
    return { ...(await readIn(snapshot, kinds, cursor)), at };
  } finally {
    await snapshot.rollback();
  }
}

async function readIn(
  em: EntityManager,
  kinds: FeedSubjectKind[],
  cursor: CursorInput,
): Promise<Omit<FeedRead, 'at'>> {
  const row = await firstRow<StreamRow>(
    em,
    sql`
    select s.epoch, coalesce(s.head_seq, 0) as head, coalesce(s.floor_seq, 0) as floor, s.successor,
      coalesce((select head_seq from stream where id = 'access'), 0) as access,
      coalesce((select epoch from hub_state), 1) as current
    from (select 1) as one left join stream s on s.id = ${cursor.stream}`,
  );
  if (!row) throw new Error('A left join from one row gave none.');
  const rendered = new Map<string, Promise<Words>>();
  const reason = whyReset(row, cursor);
  if (reason)
    return { item: new Reset(cursor.stream, reason, row.successor), accessHead: row.access, rendered };
  if (row.head <= cursor.seq) return { item: null, accessHead: row.access, rendered };

  const events = await rows<FeedEvent>(
    em,
    sql`
    select seq, type, subject_id as "subjectId", subject_version as "subjectVersion", at
    from event where stream_id = ${cursor.stream} and seq > ${cursor.seq} order by seq limit ${PAGE}`,
  );
  await withSubjects(em, kinds, cursor.stream, events);
  const toSeq = events.at(-1)?.seq ?? cursor.seq;
  return {
    item: new Batch({ stream: cursor.stream, fromSeq: cursor.seq, toSeq, events }),
    accessHead: row.access,
    rendered,
  };
}

function whyReset(row: StreamRow, cursor: CursorInput): ResetReason | null {
  if ((row.epoch ?? row.current) !== cursor.epoch) return ResetReason.EPOCH;
  if (cursor.seq > row.head) return ResetReason.AHEAD;
  if (cursor.seq < row.floor) return ResetReason.TRIMMED;
  return row.successor && cursor.seq === row.head ? ResetReason.MERGED : null;
}

async function withSubjects(
  em: EntityManager,
  kinds: FeedSubjectKind[],
  stream: string,
  events: FeedEvent[],
): Promise<void> {
  const wanted = Map.groupBy(events, ({ type }) => type.split('.')[0] ?? '');
  for (const [kind, about] of wanted) {
    const ids = [...new Set(about.map(({ subjectId }) => subjectId))];
    const found = await kinds.find((known) => known.kind === kind)?.load(em, stream, ids);
    for (const event of about) {
      const subject = found?.get(event.subjectId);
      event.subject = subject ? { ...subject, feedKind: kind } : { id: event.subjectId };
    }
  }
}
