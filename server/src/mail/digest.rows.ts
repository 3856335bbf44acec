import { requestsPassedBy } from '../matching/for-me.ts';
import { discussionRows, type DiscussionRow } from '../discussions/discussion.policy.ts';
import { choicesOf } from '../notifications/choice.rules.ts';
import { notificationRows, type NotificationRow } from '../notifications/notification.rows.ts';
import { sayingOf } from '../notifications/sayings.ts';
import { NotificationKind } from '../notifications/notification.ts';
import { Rhythm, Topic, topicOf } from '../notifications/topic.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { mayBeReadInFull, requestRows, requestsSeenBy, type RequestRow } from '../requests/request.policy.ts';
import { contextOf, type Addressee } from './addressee.ts';

export type Digest = Rhythm.DAILY | Rhythm.WEEKLY;

/** All that one digest tells: found when it is sent, through the doors of that moment. */
export interface DigestRows {
  addressed: NotificationRow[];
  fitting: RequestRow[];
  followed: DiscussionRow[];
  strands: DiscussionRow[];
  outcomes: { id: string; title: string }[];
}

const DAYS: Record<Digest, number> = { DAILY: 1, WEEKLY: 7 };
const MOST = 10;

export async function digestRows(em: EntityManager, to: Addressee, digest: Digest): Promise<DigestRows> {
  const told = new Set(
    choicesOf(to.chosen)
      .filter(({ mail }) => mail === digest)
      .map(({ topic }) => topic),
  );
  const since = sql`now() - make_interval(days => ${DAYS[digest]}::int)`;
  const none: never[] = [];
  const addressedRows = await addressed(em, to, digest);
  // Each discussion is told of once, in the part that is most about the person.
  const known = addressedRows.flatMap(({ discussionId }) => discussionId ?? []);
  const followed = told.has(Topic.FOLLOWED_DISCUSSION)
    ? await unread(em, to, since, sql`${isFollowed(to)} and ${isNoneOf(known)}`)
    : none;
  const elsewhere = isNoneOf([...known, ...followed.map(({ id }) => id)]);
  const hasStrands = told.has(Topic.STRAND_DIGEST);
  return {
    addressed: addressedRows,
    fitting: told.has(Topic.MATCHED_REQUEST) ? await fitting(em, to, since) : none,
    followed,
    strands: hasStrands ? await unread(em, to, since, sql`mine.state = 'ACTIVE' and ${elsewhere}`) : none,
    outcomes: hasStrands ? await outcomes(em, to, since) : none,
  };
}

export function isNothing(digest: DigestRows): boolean {
  return Object.values(digest).every((found: unknown[]) => found.length === 0);
}

/**
 * What was kept for a digest and still is news. What would have gone at once is told in the next one of all; followed
 * discussions have a part of their own.
 */
async function addressed(em: EntityManager, to: Addressee, digest: Digest): Promise<NotificationRow[]> {
  const kept = sql`n.id in (select o.notification_id from outgoing_mail o
    where o.person_id = ${to.id} and o.settled_at is null and o.due_at is null)`;
  const found = await rows<NotificationRow>(
    em,
    sql`${notificationRows(to.id, sql`${kept} and n.kind <> ${NotificationKind.FOLLOWED} and n.read_at is null and n.done_at is null`)} order by n.at desc limit 50`,
  );
  const rhythms = new Map(choicesOf(to.chosen).map(({ topic, mail }) => [topic, mail]));
  return found.filter((row) => {
    const rhythm = rhythms.get(topicOf(row.kind));
    const isNow = rhythm === digest || (digest === Rhythm.DAILY && rhythm === Rhythm.NOW);
    return isNow && row.mutedAt === null && !sayingOf(row).isGone;
  });
}

async function fitting(em: EntityManager, to: Addressee, since: ReturnType<typeof sql>) {
  const passed = await requestsPassedBy(contextOf(em, to));
  return rows<RequestRow>(
    em,
    sql`${requestRows(
      to.id,
      sql`r.id = any(${passed}::uuid[]) and r.opened_at > ${since} and not exists (select 1 from response s
        where s.request_id = r.id and s.person_id = ${to.id})`,
    )} order by r.closes_at, r.id limit ${MOST}`,
  );
}

function isNoneOf(ids: string[]) {
  return sql`not d.id = any(${ids}::uuid[])`;
}

function isFollowed({ id }: Addressee) {
  return sql`exists (select 1 from following f where f.discussion_id = d.id and f.person_id = ${id} and f.follows)`;
}

function unread(
  em: EntityManager,
  to: Addressee,
  since: ReturnType<typeof sql>,
  which: ReturnType<typeof sql>,
) {
  const isMuted = sql`exists (select 1 from mute where mute.person_id = ${to.id}
    and mute.thing in ('discussion:' || d.id, 'group:' || g.id))`;
  return rows<DiscussionRow>(
    em,
    sql`${discussionRows(
      to.id,
      sql`d.latest_at > ${since} and d.last_number > coalesce(r.number, 0) and not ${isMuted} and ${which}`,
    )} order by d.latest_at desc, d.id desc limit ${MOST}`,
  );
}

/** What came of requests of one's own strands, as far as one may read it. */
function outcomes(em: EntityManager, to: Addressee, since: ReturnType<typeof sql>) {
  return rows<{ id: string; title: string }>(
    em,
    sql`select r.id, r.title from ${requestsSeenBy(to.id)} join outcome o on o.request_id = r.id
    where r.state = 'CLOSED' and o.recorded_at > ${since} and ${mayBeReadInFull}
      and exists (select 1 from request_strand rs join strand t on t.id = rs.strand_id
        join membership m on m.group_id = t.home_group_id and m.person_id = ${to.id} and m.state = 'ACTIVE'
        where rs.request_id = r.id)
    order by o.recorded_at desc, r.id limit ${MOST}`,
  );
}

/** What a digest told is settled, and so is what was read meanwhile or has its own part. */
export async function settleTold(
  em: EntityManager,
  personId: string,
  told: readonly string[],
): Promise<void> {
  await rows(
    em,
    sql`update outgoing_mail o set settled_at = now(), settled_as = 'SENT'
    where o.person_id = ${personId} and o.due_at is null and o.settled_at is null and (o.notification_id = any(${told}::uuid[])
      or exists (select 1 from notification n where n.id = o.notification_id
        and (n.read_at is not null or n.done_at is not null or n.kind = ${NotificationKind.FOLLOWED})))`,
  );
}
