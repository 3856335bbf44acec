import { Ctx, Query, Resolver } from 'type-graphql';
import { staffOnly, type Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { decidesOn, requestsSeenBy } from '../requests/request.policy.ts';
import { ENDED } from '../requests/request.states.ts';
import { DeskRequest, needsOf, type DeskRow } from './desk.ts';

@Resolver()
export class DeskQueries {
  @Query(() => [DeskRequest], {
    description:
      'Requests of the viewer’s programmes that have not ended, with what each needs of them, the first to close first; at most 200. NOT_FOUND for everybody but staff.',
  })
  async desk(@Ctx() context: Context): Promise<DeskRequest[]> {
    const { id: me } = staffOnly(context);
    const now = new Date();
    const found = await rows<DeskRow>(
      context.em,
      sql`
      select r.id, r.number, r.title, r.state, r.opened_at as "openedAt", r.closes_at as "closesAt", r.time_zone as "timeZone",
        r.needed_by::text as "neededBy", r.people_needed as "peopleNeeded", p.name as programme,
        exists (select 1 from outcome o where o.request_id = r.id) as "hasOutcome",
        (select count(*)::int from question q where q.request_id = r.id and q.answer is null) as "openQuestions",
        (select count(distinct i.person_id)::int from invitation i where i.request_id = r.id) as invited,
        said.offered, said.declined, said.waiting, said.undeclared, said.agreed
      from ${requestsSeenBy(me)}
      cross join lateral (
        select count(*) filter (where s.submitted_at is not null and s.state not in ('DECLINED', 'WITHDRAWN'))::int as offered,
          count(*) filter (where s.state = 'DECLINED')::int as declined,
          count(*) filter (where s.state in ('SUBMITTED', 'SHORTLISTED'))::int as waiting,
          count(*) filter (where s.state in ('SUBMITTED', 'SHORTLISTED') and d.has_interests and d.assessment is null)::int as undeclared,
          count(*) filter (where s.state in ('ACCEPTED', 'ENGAGED', 'COMPLETED'))::int as agreed
        from response s left join declaration d on d.response_id = s.id where s.request_id = r.id
      ) said
      where ${decidesOn} and r.state <> 'DRAFT' and r.state <> all(${ENDED}::text[])
      order by r.closes_at nulls last, r.id limit 200`,
    );
    return found.map(({ waiting: _, undeclared: __, ...row }, at) => ({
      ...row,
      gap: Math.max(0, row.peopleNeeded - (row.state === 'OPEN' ? row.offered : row.agreed)),
      needs: needsOf(found[at] as DeskRow, now),
    }));
  }
}
