import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import {
  connectionOf,
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { staffOnly, type Context } from './viewer.ts';

@ObjectType({ description: 'Somebody with an account who is not let in yet.' })
export class WaitingPerson {
  @Field(() => ID, { description: 'Global id of the person.' }) id: string;
  @Field(() => String, { description: 'The name they gave.' }) displayName: string;
  @Field(() => String, { description: 'The address they sign in with.' }) email: string;
  @Field(() => Date, { description: 'Since when they wait.' }) since: string;
  @Field(() => Date, { nullable: true, description: 'When they were refused, if they were.' })
  refusedAt: string | null;
  @Field(() => String, { nullable: true, description: 'Why, as they read it.' })
  refusedBecause: string | null;
}

@ArgsType()
class WaitingArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Those who were refused instead.' })
  refused: boolean = false;
}

const WaitingConnection = connectionOf(WaitingPerson);

@Resolver()
export class ApprovalQueries {
  @Query(() => WaitingConnection, {
    description: 'Who waits to be let in, the longest waiting first. Staff read it.',
  })
  async waitingPeople(
    @Args(() => WaitingArgs) { first, after, refused }: WaitingArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WaitingPerson>> {
    staffOnly(context);
    const size = pageSize(first);
    const from = momentCursor(after);
    const found = await rows<WaitingPerson>(
      context.em,
      sql`
      select id, display_name as "displayName", email, waiting_since as since, refused_at as "refusedAt",
        refused_because as "refusedBecause"
      from person where waiting_since is not null and refused_at is ${refused ? sql`not null` : sql`null`}
        and ${from ? sql`(waiting_since, id) > (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`}
      order by waiting_since, id limit ${size + 1}`,
    );
    return pageOf(found, size, ({ since, id }) => encodeCursor(since, id), from !== null);
  }

  @Query(() => Int, { description: 'How many people wait to be let in. Staff read it.' })
  async peopleWaiting(@Ctx() context: Context): Promise<number> {
    staffOnly(context);
    const row = await firstRow<{ count: number }>(
      context.em,
      sql`select count(*)::int as count from person where waiting_since is not null and refused_at is null`,
    );
    return row?.count ?? 0;
  }
}
