import type { Person } from '../src/people/person.ts';
import { rows, sql } from '../src/platform/sql.ts';
import { hub } from './hub.ts';

/**
 * What a briefing should say, counted over the log alone: what was told since, by whom, and what became of it. It asks
 * none of the hub's own rules; who may read and whom a request fits is written down here once more, plainly.
 */
export async function countedOverTheLog({ id: me }: Person) {
  const em = (await hub()).orm.em.fork();
  const titles = async (query: ReturnType<typeof sql>) =>
    (await rows<{ title: string }>(em, query)).map(({ title }) => title).sort();
  const since = sql`(select away_from from visit where person_id = ${me})`;
  const isStaffOf = sql`exists (select 1 from programme_staff where programme_id = r.programme_id and person_id = me.id)`;
  const reads = sql`(r.sensitivity = 'PUBLIC' or me.verified_at is not null or me.role <> 'MEMBER')`;
  return {
    outcomes: await titles(sql`
      select r.title from event e join request r on r.id::text = e.subject_id join person me on me.id = ${me}
      where e.stream_id = 'hub' and e.type = 'request.moved' and e.at > ${since} and r.state = 'CLOSED' and ${reads}
        and not exists (select 1 from event later where later.stream_id = e.stream_id and later.type = e.type
          and later.subject_id = e.subject_id and later.seq > e.seq)
        and not exists (select 1 from request_move m where m.request_id = r.id and m.to_state = 'CLOSED' and m.by_id = me.id)`),
    requests: await titles(sql`
      select r.title from event e join request r on r.id::text = e.subject_id join person me on me.id = ${me}
      where e.stream_id = 'hub' and e.type = 'request.moved' and e.at > ${since} and r.state = 'OPEN'
        and not exists (select 1 from event earlier where earlier.stream_id = e.stream_id and earlier.type = e.type
          and earlier.subject_id = e.subject_id and earlier.seq < e.seq)
        and me.verified_at is not null and r.owner_id <> me.id and not ${isStaffOf}
        and not exists (select 1 from criterion c where c.request_id = r.id and c.importance = 'ESSENTIAL'
          and not exists (select 1 from expertise x where x.person_id = me.id and x.name = c.value))
        and exists (select 1 from expertise x where x.person_id = me.id)
        and not exists (select 1 from event said join response s on s.id::text = said.subject_id
          where said.stream_id = 'person:' || me.id and said.type = 'response.moved' and s.request_id = r.id and s.answer is not null)`),
    discussions: await titles(sql`
      with said as (
        select rp.discussion_id, rp.number, rp.author_id, rp.id from event e join reply rp on rp.id::text = e.subject_id
        where e.type = 'reply.posted' and e.at > ${since}
        union all
        select rp.discussion_id, rp.number, rp.author_id, rp.id from event e join reply rp on rp.discussion_id::text = e.subject_id
        where e.type = 'discussion.started' and rp.number = 1 and e.at > ${since})
      select distinct d.title from said join discussion d on d.id = said.discussion_id
        join membership m on m.group_id = d.group_id and m.person_id = ${me} and m.state = 'ACTIVE'
        left join read_mark mark on mark.discussion_id = d.id and mark.person_id = ${me}
      where said.author_id <> ${me} and said.number > coalesce(mark.number, 0)
        and not exists (select 1 from event gone where gone.type = 'reply.removed' and gone.subject_id = said.id::text)`),
  };
}
