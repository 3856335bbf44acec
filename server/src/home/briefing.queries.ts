import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { requestsPassedBy } from '../matching/for-me.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { mayBeReadInFull, requestsSeenBy } from '../requests/request.policy.ts';
import { groupsReadableBy } from '../strands/group.policy.ts';

@ObjectType({ description: 'What happened while the viewer was away for more than three days.' })
export class Briefing {
  @Field(() => Date, { description: 'When they were last here.' }) since: Date;
  @Field(() => Int, { description: 'For how many days they were away.' }) days: number;
  @Field(() => Int, { description: 'Outcomes recorded since, of requests they may read.' }) outcomes: number;
  @Field(() => Int, { description: 'Requests opened since that fit them and wait for responses.' })
  requests: number;
  @Field(() => Int, { description: 'Discussions of their groups with something new since, not yet read.' })
  discussions: number;
}

@ObjectType({ description: 'What a new member does first.' })
export class FirstSteps {
  @Field(() => Boolean, { description: 'They said what they know.' }) expertise: boolean;
  @Field(() => Boolean, { description: 'They said when they can be asked.' }) availability: boolean;
  @Field(() => Boolean, { description: 'They belong to a strand.' }) strand: boolean;
}

@Resolver()
export class BriefingQueries {
  @Query(() => Briefing, {
    nullable: true,
    description: 'On the day the viewer comes back, what happened while they were away; null otherwise.',
  })
  async briefing(@Ctx() context: Context): Promise<Briefing | null> {
    const { id: me } = signedIn(context);
    const visit = await firstRow<{ since: string; days: number }>(
      context.em,
      sql`select away_from as since, extract(day from back_at - away_from)::int as days from visit
      where person_id = ${me} and back_at > now() - interval '12 hours'`,
    );
    if (!visit) return null;
    const passed = await requestsPassedBy(context);
    return firstRow<Briefing>(
      context.em,
      sql`select ${visit.since}::timestamptz as since, ${visit.days}::int as days,
        (select count(*)::int from ${requestsSeenBy(me)} join outcome o on o.request_id = r.id
          where r.state = 'CLOSED' and o.recorded_at > ${visit.since}::timestamptz and ${mayBeReadInFull}) as outcomes,
        (select count(*)::int from request r where r.id = any(${passed}::uuid[]) and r.opened_at > ${visit.since}::timestamptz
          and not exists (select 1 from response s where s.request_id = r.id and s.person_id = ${me})) as requests,
        (select count(*)::int from membership m join "group" g on g.id = m.group_id join discussion d on d.group_id = g.id
          where m.person_id = ${me} and m.state = 'ACTIVE' and ${groupsReadableBy(me)} and d.latest_at > ${visit.since}::timestamptz
          and d.last_number > coalesce((select rm.number from read_mark rm
            where rm.discussion_id = d.id and rm.person_id = ${me}), 0)) as discussions`,
    );
  }

  @Query(() => FirstSteps, { description: 'Which first steps the viewer has taken.' })
  async firstSteps(@Ctx() context: Context): Promise<FirstSteps> {
    const { id: me } = signedIn(context);
    const row = await firstRow<FirstSteps>(
      context.em,
      sql`select exists (select 1 from expertise where person_id = ${me}) as expertise,
        coalesce((select open_to_matching from profile where person_id = ${me}), false)
          and exists (select 1 from availability_window where person_id = ${me}) as availability,
        exists (select 1 from membership m join strand s on s.home_group_id = m.group_id
          where m.person_id = ${me} and m.state = 'ACTIVE') as strand`,
    );
    return row ?? { expertise: false, availability: false, strand: false };
  }
}
