import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Person } from '../people/person.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import {
  connectionOf,
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { Day, isoInstant } from '../platform/instant.ts';
import { Cursor } from '../platform/log.ts';
import { wallClock } from '../platform/wall-time.ts';
import { rows, sql } from '../platform/sql.ts';
import { Strand } from '../strands/strand.ts';
import type { StrandRow } from '../strands/strand.queries.ts';
import { Criterion } from './criterion.ts';
import type { ProgrammeRow } from './programme.policy.ts';
import { Programme } from './programme.ts';
import { Question } from './question.ts';
import { abilitiesOf, RequestAbilities } from './request.abilities.ts';
import { filtered, orderOf, RequestFilter, RequestSort } from './request.filter.ts';
import {
  criteriaShown,
  movesOf,
  questionsOf,
  strandsOf,
  type MoveRow,
  type QuestionRow,
} from './request.loaders.ts';
import { narrowed, RequestNarrowing } from './request.narrowing.ts';
import { openRequest, requestRows, type RequestRow } from './request.policy.ts';
import { Request, RequestMove, requestStaffStream, requestStream } from './request.ts';

@ArgsType()
class RequestsArgs extends PageArgs {
  @Field(() => RequestFilter, { defaultValue: RequestFilter.OPEN, description: 'Which to show.' })
  filter: RequestFilter = RequestFilter.OPEN;
  @Field(() => RequestSort, {
    nullable: true,
    description: 'How to sort them; each list has its own usual way.',
  })
  sort?: RequestSort | null;
}

export const RequestConnection = connectionOf(Request);

@Resolver(() => Request)
export class RequestQueries {
  @Query(() => Request, { description: 'One request. NOT_FOUND when the viewer may not know of it.' })
  request(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<RequestRow> {
    return openRequest(context, id);
  }

  @Query(() => RequestConnection, { description: 'Requests the viewer may know of.' })
  async requests(
    @Args(() => RequestsArgs) args: RequestsArgs,
    @Args(() => RequestNarrowing) narrowing: RequestNarrowing,
    @Ctx() context: Context,
  ): Promise<Connection<RequestRow>> {
    const size = pageSize(args.first);
    const from = momentCursor(args.after);
    const { by, key, isRising } = orderOf(args.filter, args.sort);
    const beyond = isRising ? sql`>` : sql`<`;
    const found = await rows<RequestRow>(
      context.em,
      sql`${requestRows(
        viewerId(context),
        sql`${await filtered(context, args.filter)} and ${narrowed(narrowing)}
        and ${from ? sql`(${by}, r.id) ${beyond} (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`}`,
      )} order by ${by} ${isRising ? sql`asc` : sql`desc`}, r.id ${isRising ? sql`asc` : sql`desc`} limit ${size + 1}`,
    );
    return pageOf(found, size, (row) => encodeCursor(String(row[key]), row.id), from !== null);
  }

  @FieldResolver(() => Programme, { description: 'The programme that posts it.' })
  programme(@Root() row: RequestRow, @Ctx() { viewer }: Context): ProgrammeRow {
    return {
      id: row.programmeId,
      slug: row.programmeSlug,
      name: row.programmeName,
      purpose: row.programmePurpose,
      membersMayRaise: row.membersMayRaise,
      isProgrammeStaff: row.isProgrammeStaff,
      isSignedIn: viewer !== null,
    };
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who raised it; null unless read in full.' })
  owner(@Root() row: RequestRow): PersonRow | null {
    if (row.ownerId === null) return null;
    return {
      id: row.ownerId,
      handle: row.ownerHandle,
      displayName: row.ownerName,
      role: row.ownerRole,
      isVerified: row.ownerVerified,
    };
  }

  @FieldResolver(() => [Strand], { description: 'The strands it belongs to.' })
  strands(@Root() row: RequestRow, @Ctx() context: Context): Promise<StrandRow[]> {
    return strandsOf(context, row.id);
  }

  @FieldResolver(() => [Criterion], { description: 'What it needs; none unless read in full.' })
  criteria(@Root() row: RequestRow, @Ctx() context: Context): Promise<Criterion[]> {
    return criteriaShown(context, row.id);
  }

  @FieldResolver(() => [Question], {
    description: 'What was asked, the oldest first; none unless read in full.',
  })
  questions(@Root() row: RequestRow, @Ctx() context: Context): Promise<QuestionRow[]> {
    return questionsOf(context, row.id);
  }

  @FieldResolver(() => [RequestMove], { description: 'How it came to its state; none unless read in full.' })
  moves(@Root() row: RequestRow, @Ctx() context: Context): Promise<MoveRow[]> {
    return movesOf(context, row.id);
  }

  @FieldResolver(() => Day, { nullable: true, description: 'The day responses close, in its own time zone.' })
  closesOn(@Root() row: RequestRow): string | null {
    return row.closesAt && onTheWall(row.closesAt, row.timeZone).day;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The time on that day, in its own time zone.' })
  closesTime(@Root() row: RequestRow): string | null {
    return row.closesAt && onTheWall(row.closesAt, row.timeZone).time;
  }

  @FieldResolver(() => Day, { nullable: true, description: 'The last day for questions, in its time zone.' })
  questionsCloseOn(@Root() row: RequestRow): string | null {
    return row.questionsCloseAt && onTheWall(row.questionsCloseAt, row.timeZone).day;
  }

  @FieldResolver(() => Cursor, {
    nullable: true,
    description: 'The request stream’s cursor at the moment of this answer, for those who read it in full.',
  })
  cursor(@Root() row: RequestRow): Cursor | null {
    return row.mayReadInFull ? { stream: requestStream(row.id), epoch: row.epoch, seq: row.head } : null;
  }

  @FieldResolver(() => Cursor, {
    nullable: true,
    description: 'The staff stream’s cursor, for the programme’s staff without a conflict.',
  })
  staffCursor(@Root() row: RequestRow): Cursor | null {
    if (!row.isProgrammeStaff || row.hasConflict) return null;
    return { stream: requestStaffStream(row.id), epoch: row.staffEpoch, seq: row.staffHead };
  }

  @FieldResolver(() => RequestAbilities, { description: 'What the viewer may do.' })
  viewerCan(@Root() row: RequestRow): RequestAbilities {
    return abilitiesOf(row);
  }
}

function onTheWall(at: Date, zone: string): { day: string; time: string } {
  return wallClock(new Date(isoInstant(at)), zone);
}
