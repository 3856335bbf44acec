import type { EntityManager } from './database.ts';
import { Batch, Reset, ResetReason, type FeedEvent, type FeedSubjectKind } from './feed.ts';
import type { CursorInput } from './log.ts';
import type { Words } from './outlet.ts';
import { firstRow, rows, sql } from './sql.ts';

const PAGE = 200;

/** One read of one stream: what to send, and how far `access` had come when all of it had been read. */
export interface FeedRead {
  item: Batch | Reset | null;
  /** Whether there was more to read, seen in the same statement. */
  isMore: boolean;
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

/** An event with what is known of its stream; without an event where none follows. */
type Followed = StreamRow & (Told | { seq: null });
type Told = Omit<FeedEvent, 'subject'>;

/**
 * Reads a stream after a cursor, its subjects, and last of all the head of `access`. No transaction is needed: the
 * stream and its events are one statement, a subject may be newer than its event (its own event is still to come), and
 * a right lost before any of it was read is seen in `access`, because that is read after it.
 */
export async function readFeed(
  em: EntityManager,
  kinds: FeedSubjectKind[],
  cursor: CursorInput,
): Promise<FeedRead> {
  const at = new Date();
  const rendered = new Map<string, Promise<Words>>();
  const found = await followed(em, cursor);
  const [row] = found;
  if (!row) throw new Error('A left join from one row gave none.');
  const reason = whyReset(row, cursor);
  const item = reason ? new Reset(cursor.stream, reason, row.successor) : null;
  const events = found.flatMap((each) => (each.seq === null ? [] : [told(each)]));
  const last = events.at(-1);
  if (item || !last) return { item, isMore: false, accessHead: row.access, at, rendered };

  const { stream, seq: fromSeq } = cursor;
  const whole = await withSubjects(em, kinds, stream, events);
  return {
    item: new Batch({ stream, fromSeq, toSeq: last.seq, events: whole }),
    isMore: last.seq < row.head || row.successor !== null,
    accessHead: await headOfAccess(em),
    at,
    rendered,
  };
}

function followed(em: EntityManager, { stream, seq }: CursorInput): Promise<Followed[]> {
  return rows<Followed>(
    em,
    sql`
    select s.epoch, coalesce(s.head_seq, 0) as head, coalesce(s.floor_seq, 0) as floor, s.successor,
      coalesce((select head_seq from stream where id = 'access'), 0) as access,
      coalesce((select epoch from hub_state), 1) as current,
      e.seq, e.type, e.subject_id as "subjectId", e.subject_version as "subjectVersion", e.at
    from (select 1) as one
    left join stream s on s.id = ${stream}
    left join lateral (
      select seq, type, subject_id, subject_version, at
      from event where stream_id = s.id and seq > ${seq} order by seq limit ${PAGE}
    ) e on true
    order by e.seq`,
    'once',
  );
}

function told({ seq, type, subjectId, subjectVersion, at }: Told): Told {
  return { seq, type, subjectId, subjectVersion, at };
}

async function headOfAccess(em: EntityManager): Promise<number> {
  const access = await firstRow<{ head: number }>(
    em,
    sql`select head_seq as head from stream where id = 'access'`,
  );
  return access?.head ?? 0;
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
  events: Told[],
): Promise<FeedEvent[]> {
  const found = new Map<string, Map<string, object> | undefined>();
  for (const [kind, about] of Map.groupBy(events, kindOf)) {
    const ids = [...new Set(about.map(({ subjectId }) => subjectId))];
    found.set(kind, await kinds.find((known) => known.kind === kind)?.load(em, stream, ids));
  }
  return events.map((event) => {
    const feedKind = kindOf(event);
    const subject = found.get(feedKind)?.get(event.subjectId);
    return { ...event, subject: subject ? { ...subject, feedKind } : { id: event.subjectId } };
  });
}

function kindOf({ type }: Told): string {
  return type.split('.')[0] ?? '';
}
