import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { Insight } from './insight.queries.ts';

@ObjectType({ description: 'How many requests waited so many days.' })
export class WaitingSpan {
  @Field(() => Int, { description: 'From so many days on.' }) fromDay: number;
  @Field(() => Int, { nullable: true, description: 'To less than so many; null for no end.' }) toDay:
    number | null;
  @Field(() => Int, { description: 'How many requests.' }) requests: number;
}

@ObjectType({ description: 'How long requests waited for the first yes or partly.' })
export class Waiting {
  @Field(() => Float, {
    nullable: true,
    description: 'Half had one within so many days; null when none had.',
  })
  medianDays: number | null;
  @Field(() => Int, { description: 'How many requests opened in twelve months.' }) requests: number;
  @Field(() => Int, { description: 'How many of them have none yet.' }) without: number;
  @Field(() => [WaitingSpan], { description: 'How many waited how long.' }) spans: WaitingSpan[];
}

/** Where one span ends and the next begins, in days. */
const EDGES = [0, 1, 2, 3, 5, 8, 15];

@Resolver(() => Insight)
export class WaitingQueries {
  @FieldResolver(() => Waiting, { description: 'Time to the first response, of requests of twelve months.' })
  async waiting(@Ctx() { em }: Context): Promise<Waiting> {
    const found = await rows<{ days: number | null; median: number | null; requests: number }>(
      em,
      sql`
      with waited as (
        select r.id, extract(epoch from min(s.submitted_at) - r.opened_at)::float / 86400 as days
        from request r left join response s on s.request_id = r.id and s.submitted_at >= r.opened_at
        where r.opened_at > now() - interval '12 months' group by r.id
      ), spanned as (
        select days, (select max(edge) from unnest(${EDGES}::int[]) edge where edge <= days) as span from waited
      )
      select span as days, count(*)::int as requests,
        (select percentile_cont(0.5) within group (order by days) from waited where days is not null) as median
      from spanned group by span`,
    );
    const countFrom = (edge: number | null) => found.find(({ days }) => days === edge)?.requests ?? 0;
    return {
      medianDays: found[0]?.median ?? null,
      requests: found.reduce((sum, { requests }) => sum + requests, 0),
      without: countFrom(null),
      spans: EDGES.map((edge, at) => ({
        fromDay: edge,
        toDay: EDGES[at + 1] ?? null,
        requests: countFrom(edge),
      })),
    };
  }
}
