import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { Insight, told } from './insight.queries.ts';

@ObjectType({ description: 'How many experts were asked so often.' })
export class AskedSoOften {
  @Field(() => Int, { description: 'How many invitations; the last stands for itself and more.' })
  invitations: number;
  @Field(() => Int, { nullable: true, description: 'How many experts; null from 1 to 4.' }) experts:
    number | null;
}

@ObjectType({ description: 'How evenly invitations are spread over those who can be asked.' })
export class LoadSpread {
  @Field(() => Int, { description: 'How many invitations in twelve months.' }) invitations: number;
  @Field(() => Int, { description: 'How many experts are open to being asked.' }) experts: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'The share of all invitations, 0 to 1, that the most asked tenth had; null when there were none.',
  })
  busiestTenth: number | null;
  @Field(() => [AskedSoOften], { description: 'From never asked to most asked.' }) spread: AskedSoOften[];
}

const MOST = 6;

@Resolver(() => Insight)
export class LoadQueries {
  @FieldResolver(() => LoadSpread, { description: 'Invitations per expert in twelve months.' })
  async load(@Root() insight: Insight, @Ctx() { em }: Context): Promise<LoadSpread> {
    const found = await rows<{ asks: number; experts: number; invitations: number; busiest: number }>(
      em,
      sql`
      with asked as (
        select p.id, (select count(*)::int from invitation i
          where i.person_id = p.id and i.at > now() - interval '12 months') as asks
        from person p join profile r on r.person_id = p.id
        where p.suspended_at is null and p.verified_at is not null and r.open_to_matching
      ), placed as (
        select asks, row_number() over (order by asks desc, id) <= ceil(count(*) over () * 0.1) as busy from asked
      )
      select least(asks, ${MOST}::int) as asks, count(*)::int as experts, sum(asks)::int as invitations,
        coalesce(sum(asks) filter (where busy), 0)::int as busiest
      from placed group by 1`,
    );
    const sumOf = (count: (row: (typeof found)[number]) => number) =>
      found.reduce((sum, row) => sum + count(row), 0);
    const invitations = sumOf((row) => row.invitations);
    return {
      invitations,
      experts: sumOf((row) => row.experts),
      busiestTenth: invitations === 0 ? null : sumOf((row) => row.busiest) / invitations,
      spread: Array.from({ length: MOST + 1 }, (_, asks) => ({
        invitations: asks,
        experts: told(found.find((row) => row.asks === asks)?.experts ?? 0, insight),
      })),
    };
  }
}
