import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Person } from '../people/person.ts';
import { adminOnly, type Context } from '../people/viewer.ts';
import { pageSize } from '../platform/connection.ts';
import { rows, sql } from '../platform/sql.ts';
import { COMPONENTS, type Percents } from './percents.ts';
import { newestPercents } from './weights.ts';

@ObjectType({ description: 'How much one component of the score weighs.' })
export class WeightShare {
  @Field(() => String, { description: 'The component, such as TOPIC, as in a match.' }) name: string;
  @Field(() => Int, { description: 'Its share of the whole in percent. Together they make 100.' })
  percent: number;
}

@ObjectType({ description: 'One set of weights that was set, as it stays on record.' })
export class WeightsSet {
  @Field(() => Int, { description: 'Its number, from 1.' }) version: number;
  @Field(() => [WeightShare], { description: 'What weighed how much.' }) shares: WeightShare[];
  @Field(() => Date, { description: 'Since when it ranked.' }) at: Date;
  @Field(() => Person, { description: 'Who set it.' }) by: Person;
  @Field(() => String, { description: 'Why, in their words.' }) reason: string;
}

@ObjectType({ description: 'How much each component of the score weighs, now and before.' })
export class Weighing {
  @Field(() => Int, {
    description: 'The number of the set that ranks; 0 is the one the hub came with. Send it with a change.',
  })
  version: number;
  @Field(() => [WeightShare], { description: 'What weighs how much.' }) shares: WeightShare[];
}

@Resolver(() => Weighing)
export class WeightsQueries {
  @Query(() => Weighing, {
    description: 'How much each component of the score weighs. Admins set it with setMatchingWeights.',
  })
  matchingWeights(@Ctx() context: Context): Promise<Weighing> {
    return openWeighing(context);
  }

  @FieldResolver(() => [WeightsSet], {
    description: 'What admins set, newest first. The one the hub came with is not among them.',
  })
  async history(
    @Root() _: Weighing,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('before', () => Int, { nullable: true, description: 'Only those with a lower number.' })
    before: number | null | undefined,
    @Ctx() context: Context,
  ): Promise<WeightsSet[]> {
    adminOnly(context);
    const found = await rows<WeightsSet & { percents: Percents }>(
      context.em,
      sql`
      select w.version, w.percents, w.at, w.reason, json_build_object('id', p.id, 'handle', p.handle,
        'displayName', p.display_name, 'role', p.role, 'isVerified', p.verified_at is not null) as by
      from matching_weights w join person p on p.id = w.by_id
      where ${before ?? null}::int is null or w.version < ${before ?? null}::int
      order by w.version desc limit ${pageSize(first)}`,
    );
    return found.map((set) => ({ ...set, shares: sharesOf(set.percents) }));
  }
}

/** For admins; for others there is no such door. */
export async function openWeighing(context: Context): Promise<Weighing> {
  adminOnly(context);
  const { version, percents } = await newestPercents(context.em);
  return { version, shares: sharesOf(percents) };
}

function sharesOf(percents: Partial<Percents>): WeightShare[] {
  return COMPONENTS.map((name) => ({ name, percent: percents[name] ?? 0 }));
}
