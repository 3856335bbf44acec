import type { EntityManager } from '../platform/database.ts';
import { tellPerson } from '../platform/inbox.ts';
import { rows, sql } from '../platform/sql.ts';
import { groupsReadableBy } from '../strands/group.policy.ts';
import type { Discussion } from './discussion.ts';
import type { Reply } from './reply.ts';

/** At most so many inboxes hear of one reply: more is not an address but a crowd. */
export const MOST_ADDRESSED = 50;

/**
 * Puts a reply into the inboxes of those it speaks to: whoever wrote the reply it answers, and whoever it names by
 * `@handle`, if they may read the group. Whoever is both hears of it once, as an answer. Answers with whom it told.
 */
export async function tellAddressed(
  em: EntityManager,
  discussion: Discussion,
  reply: Reply,
): Promise<string[]> {
  const handles = handlesIn(reply.body);
  if (handles.length === 0 && reply.inReplyTo === null) return [];
  const addressed = await rows<{ id: string; isAnswered: boolean }>(
    em,
    sql`
    select p.id, y.id is not null as "isAnswered"
    from person p join "group" g on g.id = ${discussion.group.id}
    left join reply y on y.discussion_id = ${discussion.id} and y.number = ${reply.inReplyTo} and y.author_id = p.id
    where (p.handle = any(${handles}::text[]) or y.id is not null) and p.suspended_at is null
      and ${groupsReadableBy(sql<string>`p.id`)}
    order by y.id is null, p.id limit ${MOST_ADDRESSED}`,
  );
  const news = { actorId: reply.author.id, discussionId: discussion.id, replyId: reply.id };
  for (const { id, isAnswered } of addressed) {
    tellPerson(em, { personId: id, kind: isAnswered ? 'REPLY_TO_ME' : 'MENTION', ...news });
  }
  return addressed.map(({ id }) => id);
}

/** The handles named in a text, each once, as far as anybody reads. Code and addresses name nobody. */
export function handlesIn(body: string): string[] {
  const spoken = body.replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, ' ');
  const named = spoken.matchAll(/(?<![\p{L}\p{N}_@./-])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![@\p{L}\p{N}_-])/giu);
  return [...new Set([...named].map(([, handle]) => (handle ?? '').toLowerCase()))].slice(0, MOST_ADDRESSED);
}
