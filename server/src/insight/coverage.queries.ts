import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { isAvailable, isKnownAs, showsExpertise } from './available.ts';
import { Insight, told } from './insight.queries.ts';

@ObjectType({ description: 'How many experts a strand asks for.' })
export class StrandDemand {
  @Field(() => ID, { nullable: true, description: 'The strand; null for requests without one.' })
  strandId: string | null;
  @Field(() => String, { nullable: true, description: 'Its name; null for requests without one.' })
  strand: string | null;
  @Field(() => Int, { description: 'How many experts its open requests need.' }) people: number;
}

@ObjectType({ description: 'What open requests ask for, beside who could be asked.' })
export class ExpertiseCoverage {
  @Field(() => String, { description: 'The expertise, as requests name it.' }) expertise: string;
  @Field(() => Int, { description: 'How many experts open requests need, each request counted once.' })
  asked: number;
  @Field(() => [StrandDemand], { description: 'The same by strand; a request may be in several.' })
  demand: StrandDemand[];
  @Field(() => Int, { nullable: true, description: 'How many available experts have it; null from 1 to 4.' })
  available: number | null;
  @Field(() => Boolean, { description: 'Fewer experts are available than are asked for.' }) isShort: boolean;
}

type Row = Omit<ExpertiseCoverage, 'available' | 'isShort'> & { available: number };

@Resolver(() => Insight)
export class CoverageQueries {
  @FieldResolver(() => [ExpertiseCoverage], {
    description: 'Essential expertise of open requests against available experts, the widest gap first.',
  })
  async coverage(@Root() insight: Insight, @Ctx() { em }: Context): Promise<ExpertiseCoverage[]> {
    const found = await rows<Row>(
      em,
      sql`
      with asked as (
        select lower(btrim(c.value)) as key, min(btrim(c.value)) as expertise, q.id, max(q.people_needed) as people
        from request q join criterion c on c.request_id = q.id and c.kind = 'EXPERTISE' and c.importance = 'ESSENTIAL'
        where q.state = 'OPEN' and q.closes_at > now() group by 1, q.id
      ), by_strand as (
        select a.key, t.id, t.position, g.name, sum(a.people)::int as people
        from asked a left join request_strand rs on rs.request_id = a.id
        left join strand t on t.id = rs.strand_id left join "group" g on g.id = t.home_group_id
        group by a.key, t.id, t.position, g.name
      ), need as (
        select a.key, min(a.expertise) as expertise, sum(a.people)::int as asked from asked a group by a.key
      ), weighed as (
        select n.*, (select count(distinct p.id)::int from person p join profile r on r.person_id = p.id
            join expertise e on e.person_id = p.id
            where ${isAvailable} and ${showsExpertise} and ${isKnownAs(sql`n.key`)}) as available,
          (select json_agg(json_build_object('strandId', b.id, 'strand', b.name, 'people', b.people) order by b.position)
            from by_strand b where b.key = n.key) as demand
        from need n
      )
      select expertise, asked, available, demand from weighed
      order by asked - available desc, asked desc, expertise limit 30`,
    );
    return found.map(({ available, ...row }) => ({
      ...row,
      available: told(available, insight),
      isShort: available < row.asked,
    }));
  }
}
