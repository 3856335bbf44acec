import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { viewerId, type Context } from '../people/viewer.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { isForMe, isMine, isPast, takesResponses } from './request.filter.ts';
import { requestsForMe } from './request.for-me.ts';
import { narrowed, RequestNarrowing } from './request.narrowing.ts';
import { mayBeReadInFull, mayBeSeen, requestsSeenBy } from './request.policy.ts';

@ObjectType({ description: 'How many requests each list would show, narrowed down in the same way.' })
export class RequestCounts {
  @Field(() => Int, { description: 'Those that take responses.' }) open: number;
  @Field(() => Int, { description: 'Published ones that no longer take responses.' }) past: number;
  @Field(() => Int, { description: 'Those the viewer owns or looks after as staff.' }) mine: number;
}

type Counted = RequestCounts & { by: RequestNarrowing };

@Resolver(() => RequestCounts)
export class RequestCountQueries {
  @Query(() => RequestCounts, { description: 'How many requests the viewer may know of, list by list.' })
  async requestCounts(
    @Args(() => RequestNarrowing) by: RequestNarrowing,
    @Ctx() context: Context,
  ): Promise<Counted> {
    const found = await firstRow<RequestCounts>(
      context.em,
      sql`select ${many(takesResponses)} as open, ${many(isPast)} as past, ${many(isMine)} as mine
        ${seen(viewerId(context), by)}`,
    );
    return { open: 0, past: 0, mine: 0, ...found, by };
  }

  @FieldResolver(() => Int, { description: 'Open ones whose gates the viewer passes.' })
  async forMe(@Root() { by }: Counted, @Ctx() context: Context): Promise<number> {
    const ids = await requestsForMe(context);
    if (ids.length === 0) return 0;
    const found = await firstRow<{ count: number }>(
      context.em,
      sql`select ${many(isForMe(ids))} as count ${seen(viewerId(context), by)}`,
    );
    return found?.count ?? 0;
  }
}

function many(which: ReturnType<typeof isForMe>) {
  return sql`count(*) filter (where ${which})::int`;
}

function seen(me: string | null, by: RequestNarrowing) {
  return sql`from ${requestsSeenBy(me)} cross join lateral (select ${mayBeReadInFull} as in_full) reads
    where ${mayBeSeen} and ${narrowed(by)}`;
}
