import { mayGoAt, rhythmOf } from '../notifications/choice.rules.ts';
import { notificationRows, type NotificationRow } from '../notifications/notification.rows.ts';
import { sayingOf } from '../notifications/sayings.ts';
import { Rhythm, Topic, topicOf } from '../notifications/topic.ts';
import type { Database, EntityManager } from '../platform/database.ts';
import { log } from '../platform/line-log.ts';
import type { Mail } from '../platform/mail.ts';
import { Settled } from '../platform/outbox.ts';
import { speaking } from '../platform/say/locale.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { addresseeOf, type Addressee } from './addressee.ts';
import { digestMail, digestOf } from './digest.letter.ts';
import { digestRows, isNothing, settleTold } from './digest.rows.ts';
import { newsMail, type Sender } from './news.letter.ts';

/** What mails are sent with. */
export interface Post {
  orm: Database;
  sender: Sender;
  send: (mail: Mail) => Promise<void>;
}

interface Waiting {
  id: string;
  personId: string;
  notificationId: string | null;
  digest: string | null;
  attempts: number;
}

const AT_ONCE = 20;
const MOST_ATTEMPTS = 9;

/** Sends what is due, in any number of processes at once. */
export async function sendDue(post: Post, most = 500): Promise<number> {
  let tried = 0;
  for (;;) {
    const claimed = await claim(post.orm.em.fork());
    for (const mail of claimed) await deliver(post, mail);
    tried += claimed.length;
    if (claimed.length < AT_ONCE || tried >= most) return tried;
  }
}

/**
 * Takes mails for a while: 5 minutes the first time, twice as long each time after. Whoever dies holding them has lost
 * them by then, and a mail server that is away is asked less and less.
 */
function claim(em: EntityManager): Promise<Waiting[]> {
  return rows<Waiting>(
    em,
    sql`update outgoing_mail o set attempts = o.attempts + 1,
      due_at = now() + make_interval(mins => 5 * (2 ^ least(o.attempts, 8))::int)
    from (select id from outgoing_mail where settled_at is null and due_at <= now()
      order by due_at, id limit ${AT_ONCE} for update skip locked) due
    where o.id = due.id
    returning o.id, o.person_id as "personId", o.notification_id as "notificationId", o.digest, o.attempts`,
  );
}

async function deliver(post: Post, waiting: Waiting): Promise<void> {
  const em = post.orm.em.fork();
  try {
    const to = await addresseeOf(em, waiting.personId, waiting.notificationId);
    const decided = to ? await speaking(to.language, () => decide(em, waiting, to, post.sender)) : DROPPED;
    if (decided.goes === 'later') return await put(em, waiting, decided.at);
    if (decided.goes === 'not') return await settle(em, waiting, Settled.DROPPED);
    await post.send(decided.mail);
    await settle(em, waiting, Settled.SENT);
    if (decided.told) await settleTold(em, waiting.personId, decided.told);
  } catch (error) {
    log('error', 'mail', { code: waiting.id, detail: error instanceof Error ? error : String(error) });
    if (waiting.attempts >= MOST_ATTEMPTS) await settle(em, waiting, Settled.FAILED);
  }
}

/** Later without a moment means in the next digest. */
type Decision =
  | { goes: 'now'; mail: Mail; told?: readonly string[] }
  | { goes: 'later'; at: Date | null }
  | { goes: 'not' };

const DROPPED: Decision = { goes: 'not' };

async function decide(em: EntityManager, waiting: Waiting, to: Addressee, sender: Sender): Promise<Decision> {
  const now = new Date();
  const at = mayGoAt(to.pauses, now);
  if (at === 'never') return DROPPED;
  if (waiting.digest)
    return at > now ? { goes: 'later', at } : await digestDecision(em, waiting.digest, to, sender);

  const row = await firstRow<NotificationRow>(
    em,
    notificationRows(to.id, sql`n.id = ${waiting.notificationId}`),
  );
  if (!row || !isNews(row)) return DROPPED;
  const topic = topicOf(row.kind);
  const rhythm = rhythmOf(topic, to.chosen);
  if (rhythm === Rhythm.NEVER) return DROPPED;
  // After a pause, what was said in it comes together; who was asked for work is told by itself.
  const isLong = to.pauses.isPaused && topic !== Topic.INVITATION;
  if (rhythm !== Rhythm.NOW || isLong) return { goes: 'later', at: null };
  return at > now ? { goes: 'later', at } : { goes: 'now', mail: newsMail(row, to, sender) };
}

/** Still to be seen, and neither read nor dealt with since. Being asked is told as long as there is no answer. */
function isNews(row: NotificationRow): boolean {
  if (sayingOf(row).isGone || row.mutedAt !== null || row.doneAt !== null) return false;
  return topicOf(row.kind) === Topic.INVITATION ? row.needsReply : row.readAt === null;
}

async function digestDecision(
  em: EntityManager,
  name: string,
  to: Addressee,
  sender: Sender,
): Promise<Decision> {
  const found = await digestRows(em, to, digestOf(name));
  if (isNothing(found)) return DROPPED;
  return {
    goes: 'now',
    mail: digestMail(found, to, sender, name),
    told: found.addressed.map(({ id }) => id),
  };
}

async function put(em: EntityManager, { id }: Waiting, at: Date | null): Promise<void> {
  await rows(
    em,
    sql`update outgoing_mail set due_at = ${at?.toISOString() ?? null}::timestamptz, attempts = 0 where id = ${id}`,
  );
}

async function settle(em: EntityManager, { id }: Waiting, as: Settled): Promise<void> {
  await rows(
    em,
    sql`update outgoing_mail set settled_at = now(), settled_as = ${as} where id = ${id} and settled_at is null`,
  );
}
