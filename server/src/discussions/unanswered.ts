import { tellPerson } from '../platform/inbox.ts';
import { actAlone, type Actor } from '../platform/own-act.ts';
import { rows, sql } from '../platform/sql.ts';

const WAITED_DAYS = 5;
/** What is older was left alone for other reasons; so many at once, so that one look stays short. */
const FORGOTTEN_DAYS = 60;
const MOST_AT_ONCE = 100;

interface Waiting {
  personId: string;
  discussionId: string;
  replyId: string;
}

/** Puts each question that nobody answered in five days into the inboxes of its group's leads, once. */
export async function tellLeadsOfUnanswered(actor: Actor, now: Date = new Date()): Promise<number> {
  return actAlone(actor, async (em) => {
    const at = now.toISOString();
    const waiting = await rows<Waiting>(
      em,
      sql`
      select m.person_id as "personId", d.id as "discussionId", y.id as "replyId"
      from discussion d join "group" g on g.id = d.group_id and g.state in ('ACTIVE', 'DORMANT')
      join reply y on y.discussion_id = d.id and y.number = 1 and y.removed_at is null
      join membership m on m.group_id = d.group_id and m.state = 'ACTIVE' and m.role = 'LEAD'
        and m.person_id <> d.started_by_id
      join person p on p.id = m.person_id and p.suspended_at is null
      where d.kind = 'QUESTION' and d.last_number = 1 and d.closed_at is null
        and d.started_at between ${at}::timestamptz - make_interval(days => ${FORGOTTEN_DAYS})
          and ${at}::timestamptz - make_interval(days => ${WAITED_DAYS})
        and not exists (select 1 from notification n where n.person_id = m.person_id
          and n.discussion_id = d.id and n.kind = 'UNANSWERED')
      order by d.started_at, d.id limit ${MOST_AT_ONCE}`,
    );
    for (const about of waiting) tellPerson(em, { ...about, kind: 'UNANSWERED' });
    return waiting.length;
  });
}
