import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { actsAsStaff } from '../people/acting.ts';
import type { Audience, FeedSubjectKind } from '../platform/feed.ts';
import { Day } from '../platform/instant.ts';
import { rows, sql } from '../platform/sql.ts';
import { Mode, Sensitivity } from './request.kinds.ts';
import { readableRequestStreams, readableStaffStreams } from './request.policy.ts';
import { RequestState } from './request.states.ts';

@ObjectType({
  description:
    'A request as everyone in the stream sees it: in full only in its own streams, and on the hub no more of one for verified people than title, programme, strands and dates.',
})
export class FeedRequest {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => Int, { description: 'Its number.' }) number: number;
  @Field(() => String, { description: 'What is asked.' }) title: string;
  @Field(() => String, { description: 'The first words of the problem.' }) summary: string;
  @Field(() => RequestState, { description: 'How far it has come.' }) state: RequestState;
  @Field(() => Sensitivity, { description: 'Who may read it in full.' }) sensitivity: Sensitivity;
  @Field(() => ID, { description: 'Its programme.' }) programmeId: string;
  @Field(() => [ID], { description: 'Its strands.' }) strandIds: string[];
  @Field(() => [String], { description: 'The contribution types asked for.' }) contributionTypes: string[];
  @Field(() => Mode, { nullable: true, description: 'Where the work is done.' }) mode: Mode | null;
  @Field(() => String, { nullable: true, description: 'The country it is about.' }) country: string | null;
  @Field(() => Float, { nullable: true, description: 'Hours asked of each expert.' }) effortHours:
    number | null;
  @Field(() => Int, { nullable: true, description: 'How many experts are needed.' }) peopleNeeded:
    number | null;
  @Field(() => String, { description: 'The time zone its times were set in.' }) timeZone: string;
  @Field(() => Date, { nullable: true, description: 'Until when it takes responses.' }) closesAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when questions may be asked.' })
  questionsCloseAt: Date | null;
  @Field(() => Day, { nullable: true, description: 'The day the work is needed by.' }) neededBy:
    string | null;
  @Field(() => Date, { nullable: true, description: 'When it was first published.' }) openedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it is in this state; null in the hub stream.' })
  stateReason: string | null;
  @Field(() => String, { nullable: true, description: 'What is wrong or missing; null in the hub stream.' })
  problem: string | null;
  @Field(() => String, { nullable: true, description: 'What should come of it; null in the hub stream.' })
  desiredOutcome: string | null;
  @Field(() => String, { nullable: true, description: 'What was tried before; null in the hub stream.' })
  alreadyTried: string | null;
  @Field(() => String, { nullable: true, description: 'What is paid for; null in the hub stream.' })
  expenses: string | null;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

@ObjectType({ description: 'A question as everyone who reads its request sees it: who asked is not told.' })
export class FeedQuestion {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => ID, { description: 'Its request.' }) requestId: string;
  @Field(() => String, { description: 'What is asked.' }) body: string;
  @Field(() => Date, { description: 'When it was asked.' }) askedAt: Date;
  @Field(() => String, { nullable: true, description: 'The answer, once there is one.' }) answer:
    string | null;
  @Field(() => Date, { nullable: true, description: 'When it was answered.' }) answeredAt: Date | null;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

export const requestSubject: FeedSubjectKind = {
  kind: 'request',
  type: FeedRequest,
  async load(em, stream, ids) {
    const found = await rows<FeedRequest>(
      em,
      sql`
      select r.id, r.number, r.title, case when shown.brief then r.summary else '' end as summary, r.state, r.sensitivity, r.programme_id as "programmeId",
        array(select rs.strand_id::text from request_strand rs join strand t on t.id = rs.strand_id
          where rs.request_id = r.id order by t.position) as "strandIds",
        case when shown.brief then r.contribution_types else '{}' end as "contributionTypes",
        case when shown.brief then r.mode end as mode, case when shown.brief then r.country end as country,
        case when shown.brief then r.effort_hours end as "effortHours",
        case when shown.brief then r.people_needed end as "peopleNeeded", r.time_zone as "timeZone", r.closes_at as "closesAt",
        r.questions_close_at as "questionsCloseAt", r.needed_by as "neededBy", r.opened_at as "openedAt", r.version,
        case when ${stream} <> 'hub' then r.state_reason end as "stateReason",
        case when ${stream} <> 'hub' then r.problem end as problem,
        case when ${stream} <> 'hub' then r.desired_outcome end as "desiredOutcome",
        case when ${stream} <> 'hub' then r.already_tried end as "alreadyTried",
        case when ${stream} <> 'hub' then r.expenses end as expenses
      from request r cross join lateral (select ${stream} <> 'hub' or r.sensitivity = 'PUBLIC' as brief) shown
      where r.id = any(${ids}::uuid[]) and (
        ${stream} in ('request:' || r.id, 'request:' || r.id || ':staff', 'person:' || r.owner_id)
        or exists (select 1 from programme_staff ps join person w on w.id = ps.person_id
          where ps.programme_id = r.programme_id and ${actsAsStaff('w')} and ${stream} = 'person:' || w.id)
        or (${stream} = 'hub' and r.opened_at is not null))`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

export const questionSubject: FeedSubjectKind = {
  kind: 'question',
  type: FeedQuestion,
  async load(em, stream, ids) {
    const found = await rows<FeedQuestion>(
      em,
      sql`
      select q.id, q.request_id as "requestId", q.body, q.asked_at as "askedAt", q.answer,
        q.answered_at as "answeredAt", q.version
      from question q where q.id = any(${ids}::uuid[]) and 'request:' || q.request_id = ${stream}`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

export const requestAudience: Audience = { kind: 'request', readable: readableRequestStreams };
export const requestStaffAudience: Audience = { kind: 'request:staff', readable: readableStaffStreams };
