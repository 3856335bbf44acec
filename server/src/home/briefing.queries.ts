import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { DiscussionConnection } from '../discussions/discussion.queries.ts';
import type { DiscussionRow } from '../discussions/discussion.policy.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import {
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { requestsForMe } from '../requests/request.for-me.ts';
import type { RequestRow } from '../requests/request.policy.ts';
import { RequestConnection } from '../requests/request.queries.ts';
import { discussionsSince, outcomesSince, requestsSince, type Away, type OutcomeSince } from './away.ts';
import { OutcomeLineConnection } from './outcome-line.ts';

@ObjectType({ description: 'What happened while the viewer was away for more than three days.' })
export class Briefing {
  @Field(() => Date, { description: 'When they were last here.' }) since: Date;
  @Field(() => Int, { description: 'For how many days they were away.' }) days: number;
  @Field(() => Int, { description: 'How many requests they may read were closed since, with an outcome.' })
  outcomes: number;
  @Field(() => Int, {
    description: 'How many requests were published since that fit them and that they have not answered.',
  })
  requests: number;
  @Field(() => Int, {
    description: 'How many discussions of their groups hold something of others since that is unread.',
  })
  discussions: number;
}

@Resolver(() => Briefing)
export class BriefingQueries {
  @Query(() => Briefing, {
    nullable: true,
    description: 'On the day the viewer comes back, what happened while they were away; null otherwise.',
  })
  async briefing(@Ctx() context: Context): Promise<Briefing | null> {
    const { id: me } = signedIn(context);
    const visit = await firstRow<Pick<Briefing, 'since' | 'days'>>(
      context.em,
      sql`select away_from as since, extract(day from back_at - away_from)::int as days from visit
      where person_id = ${me} and back_at > now() - interval '12 hours'`,
    );
    if (!visit) return null;
    const away = awaySince(me, visit);
    const counts = await firstRow<Omit<Briefing, 'since' | 'days'>>(
      context.em,
      sql`select (select count(*)::int from (${outcomesSince(away)}) one) as outcomes,
        (select count(*)::int from (${requestsSince(away, await requestsForMe(context))}) one) as requests,
        (select count(*)::int from (${discussionsSince(away)}) one) as discussions`,
    );
    return counts && { ...visit, ...counts };
  }

  @FieldResolver(() => OutcomeLineConnection, { description: 'Those outcomes, the latest closed first.' })
  async outcomesSince(
    @Root() briefing: Briefing,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<OutcomeSince>> {
    const from = momentCursor(after);
    const found = await rows<OutcomeSince>(
      context.em,
      sql`select * from (${outcomesSince(awaySince(signedIn(context).id, briefing))}) one
      where ${from ? sql`("closedAt", "requestId") < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`}
      order by "closedAt" desc, "requestId" desc limit ${pageSize(first) + 1}`,
    );
    const cursorOf = ({ closedAt, requestId }: OutcomeSince) => encodeCursor(String(closedAt), requestId);
    return pageOf(found, first, cursorOf, from !== null);
  }

  @FieldResolver(() => RequestConnection, { description: 'Those requests, the first to close first.' })
  async requestsSince(
    @Root() briefing: Briefing,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<RequestRow>> {
    const from = momentCursor(after);
    const away = awaySince(signedIn(context).id, briefing);
    const found = await rows<RequestRow>(
      context.em,
      sql`select * from (${requestsSince(away, await requestsForMe(context))}) one
      where ${from ? sql`("closesAt", id) > (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`}
      order by "closesAt", id limit ${pageSize(first) + 1}`,
    );
    return pageOf(found, first, ({ closesAt, id }) => encodeCursor(String(closesAt), id), from !== null);
  }

  @FieldResolver(() => DiscussionConnection, {
    description: 'Those discussions, the one with the latest reply first.',
  })
  async discussionsSince(
    @Root() briefing: Briefing,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DiscussionRow>> {
    const from = momentCursor(after);
    const found = await rows<DiscussionRow>(
      context.em,
      sql`select * from (${discussionsSince(awaySince(signedIn(context).id, briefing))}) one
      where ${from ? sql`("latestAt", id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`}
      order by "latestAt" desc, id desc limit ${pageSize(first) + 1}`,
    );
    return pageOf(found, first, ({ latestAt, id }) => encodeCursor(String(latestAt), id), from !== null);
  }
}

function awaySince(me: string, { since }: Pick<Briefing, 'since'>): Away {
  return { me, since: sql`${since}::timestamptz` };
}
