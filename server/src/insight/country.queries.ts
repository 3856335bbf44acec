import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { isAvailable, isKnownAs, showsCountry, showsExpertise } from './available.ts';
import { Insight, told } from './insight.queries.ts';

@ObjectType({ description: 'How many available experts live in a country.' })
export class CountryCount {
  @Field(() => String, { description: 'ISO 3166 alpha-2.' }) country: string;
  @Field(() => Int, { nullable: true, description: 'How many; null from 1 to 4.' }) experts: number | null;
}

@ObjectType({ description: 'Where available experts live.' })
export class CountrySpread {
  @Field(() => [CountryCount], { description: 'The countries, most experts first.' })
  countries: CountryCount[];
  @Field(() => Int, { nullable: true, description: 'Those who do not say where; null from 1 to 4.' })
  elsewhere: number | null;
  @Field(() => [String], {
    description: 'What can be asked for: the expertise that most experts have, by name.',
  })
  expertise: string[];
}

@Resolver(() => Insight)
export class CountryQueries {
  @FieldResolver(() => CountrySpread, { description: 'Available experts by the country they live in.' })
  async countries(
    @Root() insight: Insight,
    @Arg('expertise', () => String, { nullable: true, description: 'Only those who have it.' })
    expertise: string | null,
    @Ctx() { em }: Context,
  ): Promise<CountrySpread> {
    const key = expertise?.trim().toLowerCase().slice(0, 200) || null;
    const known = sql`exists (select 1 from expertise e where e.person_id = p.id and ${isKnownAs(sql`${key}::text`)})`;
    const found = await rows<{ country: string | null; experts: number; names: string[] | null }>(
      em,
      sql`
      with lives as (
        select case when ${showsCountry} then r.country end as country from person p join profile r on r.person_id = p.id
        where ${isAvailable} and ${key === null ? sql`true` : sql`${showsExpertise} and ${known}`}
      ), named as (
        select min(e.name) as name, count(distinct p.id) as people from person p join profile r on r.person_id = p.id
        join expertise e on e.person_id = p.id where ${isAvailable} and ${showsExpertise}
        group by lower(e.name) order by people desc, name limit 40
      )
      select country, count(*)::int as experts, null::json as names from lives group by country
      union all select null, -1, (select json_agg(name order by name) from named)
      order by experts desc, country`,
    );
    const people = found.filter(({ experts }) => experts >= 0);
    return {
      countries: people.flatMap(({ country, experts }) =>
        country ? [{ country, experts: told(experts, insight) }] : [],
      ),
      elsewhere: told(people.find(({ country }) => country === null)?.experts ?? 0, insight),
      expertise: found.find(({ names }) => names)?.names ?? [],
    };
  }
}
