import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { Person } from '../people/person.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { mayBeSeen, requestsSeenBy } from '../requests/request.policy.ts';

@ObjectType({ description: 'Somebody’s work on a request, acknowledged when its outcome was told.' })
export class Acknowledgement {
  @Field(() => ID, { description: 'The request.' }) requestId: string;
  @Field(() => String, { description: 'What was asked.' }) title: string;
  @Field(() => String, { description: 'The programme that asked.' }) programme: string;
  @Field(() => Date, { description: 'When the outcome was recorded.' }) at: Date;
}

const MOST = 20;

const acknowledgedFor = batch<string, Acknowledgement[]>(async (em, ids, context) => {
  const found = await rows<Acknowledgement & { personId: string }>(
    em,
    sql`
    select * from (
      select s.person_id as "personId", r.id as "requestId", r.title, p.name as programme, o.recorded_at as at,
        row_number() over (partition by s.person_id order by o.recorded_at desc, r.id) as place
      from ${requestsSeenBy(viewerId(context as Context))}
      join outcome o on o.request_id = r.id join response s on s.request_id = r.id
      where s.person_id = any(${ids}::uuid[]) and s.state = 'COMPLETED' and r.state = 'CLOSED' and v.id is not null and ${mayBeSeen}
    ) done where place <= ${MOST} order by at desc, "requestId"`,
  );
  return Map.groupBy(found, ({ personId }) => personId);
}, []);

@Resolver(() => Person)
export class Acknowledgements {
  @FieldResolver(() => [Acknowledgement], {
    description: `What they did for requests whose outcome was told, the latest first and at most ${MOST}. None to visitors.`,
  })
  acknowledgements(@Root() { id }: PersonRow, @Ctx() context: Context): Promise<Acknowledgement[]> {
    return acknowledgedFor(context, id);
  }
}
