import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { viewerId, type Context } from '../people/viewer.ts';
import { connectionOf, pageSize } from '../platform/connection.ts';
import { rows, sql } from '../platform/sql.ts';
import { mayBeReadInFull, requestsSeenBy } from '../requests/request.policy.ts';

@ObjectType({ description: 'What came of a request, in short.' })
export class OutcomeLine {
  @Field(() => ID, { description: 'The request.' }) requestId: string;
  @Field(() => String, { description: 'Its title.' }) title: string;
  @Field(() => String, { description: 'The programme that posted it.' }) programme: string;
  @Field(() => String, { description: 'What was made.' }) result: string;
  @Field(() => String, { description: 'What changed because of it.' }) changedWhat: string;
  @Field(() => Date, { description: 'When it was recorded.' }) recordedAt: Date;
}

export const OutcomeLineConnection = connectionOf(OutcomeLine);

@Resolver()
export class OutcomeQueries {
  @Query(() => [OutcomeLine], {
    description:
      'What came of closed requests, the latest first: of public ones for everybody, of others for their readers.',
  })
  recentOutcomes(
    @Arg('first', () => Int, { defaultValue: 3, description: 'How many, 1 to 100.' }) first: number,
    @Ctx() context: Context,
  ): Promise<OutcomeLine[]> {
    return rows<OutcomeLine>(
      context.em,
      sql`select r.id as "requestId", r.title, p.name as programme, o.result, o.changed_what as "changedWhat",
        o.recorded_at as "recordedAt"
      from ${requestsSeenBy(viewerId(context))} join outcome o on o.request_id = r.id
      where r.state = 'CLOSED' and (r.sensitivity = 'PUBLIC' or ${mayBeReadInFull})
      order by o.recorded_at desc, r.id limit ${pageSize(first)}`,
    );
  }
}
