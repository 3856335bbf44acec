import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { decidesOn, requestsSeenBy, type RequestRow } from '../requests/request.policy.ts';
import { Request } from '../requests/request.ts';
import { whyNotAskForMoreTime } from './more-time.policy.ts';
import { MoreTime } from './more-time.ts';
import { myResponseTo } from './response.loaders.ts';

export type MoreTimeRow = Pick<MoreTime, 'id' | 'askedAt' | 'answeredAt' | 'isGiven'> & { requestId: string };

const mine = batch<string, MoreTimeRow | null>(async (em, ids, context) => {
  const me = viewerId(context as Context);
  const found = await rows<MoreTimeRow>(
    em,
    sql`
    select t.id, t.request_id as "requestId", t.asked_at as "askedAt", t.answered_at as "answeredAt", t.is_given as "isGiven"
    from more_time t where t.person_id = ${me} and t.request_id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.requestId, row]));
}, null);

const waiting = batch<string, number>(async (em, ids, context) => {
  const found = await rows<{ id: string; count: number }>(
    em,
    sql`
    select r.id, count(*)::int as count from ${requestsSeenBy(viewerId(context as Context))}
      join more_time t on t.request_id = r.id and t.answered_at is null
    where r.id = any(${ids}::uuid[]) and ${decidesOn} group by r.id`,
  );
  return new Map(found.map(({ id, count }) => [id, count]));
}, 0);

@Resolver(() => Request)
export class RequestMoreTime {
  @FieldResolver(() => MoreTime, {
    nullable: true,
    description: 'That the viewer asked for more time, and what was answered.',
  })
  myMoreTime(@Root() row: RequestRow, @Ctx() context: Context): Promise<MoreTimeRow | null> | null {
    return context.viewer && mine(context, row.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may ask for more time.' })
  async mayAskForMoreTime(@Root() row: RequestRow, @Ctx() context: Context): Promise<boolean> {
    if (!context.viewer) return false;
    const asked = await mine(context, row.id);
    const response = await myResponseTo(context, row.id);
    return whyNotAskForMoreTime(row, asked, response) === null;
  }

  @FieldResolver(() => Int, {
    description:
      'How many experts ask for more time and wait for an answer; none but for its staff without a conflict.',
  })
  moreTimeAsked(@Root() row: RequestRow, @Ctx() context: Context): Promise<number> {
    return waiting(context, row.id);
  }
}
