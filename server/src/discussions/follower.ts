import type { EntityManager } from '../platform/database.ts';
import { tellPerson } from '../platform/inbox.ts';
import { rows, sql } from '../platform/sql.ts';
import { groupsReadableBy } from '../strands/group.policy.ts';
import type { Discussion } from './discussion.ts';
import { MOST_ADDRESSED } from './mention.ts';
import type { Reply } from './reply.ts';

/**
 * Puts a discussion into the inboxes of those who follow it and may still read it. Whoever has not looked since they
 * were last told of it is not told again: fifty replies in a night are one line in the morning.
 */
export async function tellFollowers(
  em: EntityManager,
  discussion: Discussion,
  reply: Reply,
  told: string[],
): Promise<void> {
  const following = await rows<{ id: string }>(
    em,
    sql`
    select p.id from following f join person p on p.id = f.person_id join "group" g on g.id = ${discussion.group.id}
    where f.discussion_id = ${discussion.id} and f.follows and p.suspended_at is null
      and p.id <> all(${[...told, reply.author.id]}::uuid[]) and ${groupsReadableBy(sql<string>`p.id`)}
      and not exists (select 1 from notification n where n.person_id = p.id and n.discussion_id = ${discussion.id}
        and n.kind in ('FOLLOWED', 'REPLY_TO_ME', 'MENTION') and n.read_at is null and n.done_at is null)
    order by f.at, p.id limit ${MOST_ADDRESSED}`,
  );
  for (const { id } of following) {
    tellPerson(em, { personId: id, kind: 'FOLLOWED', discussionId: discussion.id, replyId: reply.id });
  }
}
