import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { invitationOf, keyOf, toldBlind, type InvitationRow } from '../matching/invitation.queries.ts';
import { Invitation } from '../matching/invitation.ts';
import { rankedFor } from '../matching/matches.ts';
import { sightOf } from '../matching/sight.ts';
import { Person } from '../people/person.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { signedIn, viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import {
  connectionOf,
  decodeCursor,
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { badInput } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { rows, sql } from '../platform/sql.ts';
import { whyNotStaff } from '../requests/request.abilities.ts';
import { decidesOn, requestRows, requestsSeenBy, type RequestRow } from '../requests/request.policy.ts';
import { Request } from '../requests/request.ts';
import { Declaration } from './declaration.ts';
import { Engagement } from './engagement.ts';
import { outcomeOf, type OutcomeRow } from './outcome.queries.ts';
import { Outcome } from './outcome.ts';
import { abilitiesOf, ResponseAbilities } from './response.abilities.ts';
import { myResponseTo } from './response.loaders.ts';
import { responseRows, type DeclarationRow, type ResponseRow } from './response.policy.ts';
import { ResponseState } from './response.states.ts';
import { Response } from './response.ts';

@ObjectType({ description: 'How many responses are in one state.' })
export class ResponseCount {
  @Field(() => ResponseState, { description: 'The state.' }) state: ResponseState;
  @Field(() => Int, { description: 'How many.' }) count: number;
}

const ResponseConnection = connectionOf(Response);

const requestOf = batch<string, RequestRow | null>(async (em, ids, context) => {
  const me = viewerId(context as Context);
  const found = await rows<RequestRow>(em, requestRows(me, sql`r.id = any(${ids}::uuid[])`));
  return new Map(found.map((row) => [row.id, row]));
}, null);

const countsOf = batch<string, ResponseCount[]>(async (em, ids, context) => {
  const found = await rows<ResponseCount & { requestId: string }>(
    em,
    sql`
    select r.id as "requestId", s.state, count(*)::int as count
    from ${requestsSeenBy(viewerId(context as Context))} join response s on s.request_id = r.id
    where r.id = any(${ids}::uuid[]) and ${decidesOn} group by r.id, s.state order by s.state`,
  );
  return Map.groupBy(found, ({ requestId }) => requestId);
}, []);

@Resolver(() => Request)
export class RequestResponses {
  @FieldResolver(() => ResponseConnection, {
    description: 'What experts answered, in order of coming. None but for its staff without a conflict.',
  })
  async responses(
    @Root() row: RequestRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ResponseRow>> {
    const size = pageSize(first);
    const from = idCursor(after);
    const where = sql`r.id = ${row.id} and ${decidesOn} and ${from ? sql`s.id > ${from}` : sql`true`}`;
    const found = whyNotStaff(row)
      ? []
      : await rows<ResponseRow>(
          context.em,
          sql`${responseRows(viewerId(context), where)} order by s.id limit ${size + 1}`,
        );
    return pageOf(found, size, ({ id }) => encodeCursor(id), from !== null);
  }

  @FieldResolver(() => [ResponseCount], {
    description: 'How many responses are in each state. None but for its staff without a conflict.',
  })
  responseCounts(
    @Root() row: RequestRow,
    @Ctx() context: Context,
  ): Promise<ResponseCount[]> | ResponseCount[] {
    return whyNotStaff(row) ? [] : countsOf(context, row.id);
  }

  @FieldResolver(() => Response, {
    nullable: true,
    description: 'The viewer’s own response, if there is one.',
  })
  myResponse(@Root() row: RequestRow, @Ctx() context: Context): Promise<ResponseRow | null> | null {
    return context.viewer && myResponseTo(context, row.id);
  }

  @FieldResolver(() => Outcome, {
    nullable: true,
    description:
      'What came of it: for its staff once recorded, for those who read it in full once it is closed.',
  })
  outcome(@Root() row: RequestRow, @Ctx() context: Context): Promise<OutcomeRow | null> {
    return outcomeOf(context, row.id);
  }
}

@Resolver(() => Response)
export class ResponseQueries {
  @Query(() => ResponseConnection, {
    description: 'What the viewer was asked and answered, the latest change first.',
  })
  async myResponses(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ResponseRow>> {
    const { id: me } = signedIn(context);
    const size = pageSize(first);
    const from = momentCursor(after);
    const before = from ? sql`(s.latest_at, s.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`;
    const found = await rows<ResponseRow>(
      context.em,
      sql`${responseRows(me, sql`s.person_id = ${me} and ${before}`)}
        order by s.latest_at desc, s.id desc limit ${size + 1}`,
    );
    return pageOf(found, size, ({ latestAt, id }) => encodeCursor(String(latestAt), id), from !== null);
  }

  @FieldResolver(() => Request, { description: 'What it answers.' })
  request(@Root() row: ResponseRow, @Ctx() context: Context): Promise<RequestRow | null> {
    return requestOf(context, row.requestId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who responds. Told to themselves and to staff; null to staff who look blind.',
  })
  async person(@Root() row: ResponseRow, @Ctx() context: Context): Promise<PersonRow | null> {
    return (await isHidden(context, row)) ? null : row.person;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What staff who look blind call them, as among the matches; null once names are told.',
  })
  async alias(@Root() row: ResponseRow, @Ctx() context: Context): Promise<string | null> {
    const ranked = (await isHidden(context, row)) ? await rankedFor(context, row.requestId) : null;
    return ranked && ranked.aliasOf(ranked.keyOf(row.person.id));
  }

  @FieldResolver(() => Invitation, { nullable: true, description: 'How they were asked, if they were.' })
  async invitation(@Root() row: ResponseRow, @Ctx() context: Context): Promise<InvitationRow | null> {
    const invitation = await invitationOf(context, keyOf(row.requestId, row.person.id));
    return invitation && (await isHidden(context, row)) ? toldBlind(invitation) : invitation;
  }

  @FieldResolver(() => Declaration, {
    nullable: true,
    description: 'What they declared, once they answered.',
  })
  declaration(@Root() row: ResponseRow): DeclarationRow | null {
    return row.declaration;
  }

  @FieldResolver(() => Engagement, { nullable: true, description: 'The work as offered or agreed.' })
  engagement(@Root() row: ResponseRow): ResponseRow['engagement'] {
    return row.engagement;
  }

  @FieldResolver(() => ResponseAbilities, { description: 'What the viewer may do.' })
  viewerCan(@Root() row: ResponseRow): ResponseAbilities {
    return abilitiesOf(row);
  }
}

/** Staff weigh blind until the responses close or they ask for the names. */
async function isHidden(context: Context, { isMine, requestId }: ResponseRow): Promise<boolean> {
  return !isMine && (await sightOf(context, requestId)).isBlind;
}

function idCursor(after: string | null | undefined): string | null {
  const [id] = decodeCursor(after, ['string']) ?? [];
  if (id === undefined) return null;
  return isId(id) ? id : badInput('This cursor is not one of ours.');
}
