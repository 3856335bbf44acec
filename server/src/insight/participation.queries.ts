import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { Day } from '../platform/instant.ts';
import { rows, sql } from '../platform/sql.ts';
import { Insight, told } from './insight.queries.ts';

@ObjectType({ description: 'How many people wrote in one week.' })
export class WeekOfPeople {
  @Field(() => Day, { description: 'Its Monday.' }) week: string;
  @Field(() => Int, { nullable: true, description: 'How many people; null from 1 to 4.' }) people:
    number | null;
}

@ObjectType({ description: 'How many people wrote in the home group of a strand, week by week.' })
export class Participation {
  @Field(() => ID, { description: 'The strand.' }) strandId: string;
  @Field(() => String, { description: 'Its name.' }) strand: string;
  @Field(() => [WeekOfPeople], { description: 'The last twelve weeks, the oldest first.' })
  weeks: WeekOfPeople[];
}

type Row = Omit<Participation, 'weeks'> & { weeks: { week: string; people: number }[] };

@Resolver(() => Insight)
export class ParticipationQueries {
  @FieldResolver(() => [Participation], {
    description: 'Weekly contributors by strand, in their order. Private home groups are left out.',
  })
  async participation(@Root() insight: Insight, @Ctx() { em }: Context): Promise<Participation[]> {
    const found = await rows<Row>(
      em,
      sql`
      with week as (
        select (date_trunc('week', now() at time zone 'UTC') - n * interval '7 days')::date as day from generate_series(0, 11) n
      ), wrote as (
        select d.group_id, date_trunc('week', y.posted_at at time zone 'UTC')::date as day,
          count(distinct y.author_id)::int as people
        from reply y join discussion d on d.id = y.discussion_id
        where y.removed_at is null and y.posted_at > now() - interval '13 weeks' group by 1, 2
      )
      select t.id as "strandId", g.name as strand,
        json_agg(json_build_object('week', k.day, 'people', coalesce(w.people, 0)) order by k.day) as weeks
      from strand t join "group" g on g.id = t.home_group_id and g.privacy in ('OPEN', 'RESTRICTED')
      cross join week k left join wrote w on w.group_id = g.id and w.day = k.day
      where t.successor_id is null and g.state <> 'ARCHIVED' group by t.id, g.name order by t.position`,
    );
    return found.map(({ weeks, ...strand }) => ({
      ...strand,
      weeks: weeks.map(({ week, people }) => ({ week, people: told(people, insight) })),
    }));
  }
}
