import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day, isoInstant } from '../platform/instant.ts';
import { RequestState } from '../requests/request.states.ts';

export enum Need {
  PUBLISH = 'PUBLISH',
  NO_RESPONSES = 'NO_RESPONSES',
  QUESTIONS = 'QUESTIONS',
  START_ASSESSING = 'START_ASSESSING',
  DECLARATIONS = 'DECLARATIONS',
  DECISIONS = 'DECISIONS',
  OUTCOME_DUE = 'OUTCOME_DUE',
  OUTCOME_OVERDUE = 'OUTCOME_OVERDUE',
  CLOSE = 'CLOSE',
}
registerEnumType(Need, {
  name: 'Need',
  description: 'What a request needs of its programme’s staff.',
  valuesConfig: {
    PUBLISH: { description: 'It waits to be published or sent back.' },
    NO_RESPONSES: { description: 'Open for three days, or closing within three, and nobody has offered.' },
    QUESTIONS: { description: 'A question waits for its answer.' },
    START_ASSESSING: { description: 'Responses have closed and can be read.' },
    DECLARATIONS: { description: 'A declared interest waits to be assessed.' },
    DECISIONS: { description: 'A response waits for a decision.' },
    OUTCOME_DUE: { description: 'The work is delivered and no outcome is recorded.' },
    OUTCOME_OVERDUE: { description: 'The day it was needed by has passed and no outcome is recorded.' },
    CLOSE: { description: 'Its outcome is recorded: close it and tell everyone.' },
  },
});

@ObjectType({ description: 'A request as it lies on the desk of staff who decide on it.' })
export class DeskRequest {
  @Field(() => ID, { description: 'Global id of the request.' }) id: string;
  @Field(() => Int, { description: 'Its number.' }) number: number;
  @Field(() => String, { description: 'What is asked.' }) title: string;
  @Field(() => String, { description: 'The programme that asks.' }) programme: string;
  @Field(() => RequestState, { description: 'How far it has come.' }) state: RequestState;
  @Field(() => Date, { nullable: true, description: 'When it was first published.' }) openedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when it takes responses.' }) closesAt: Date | null;
  @Field(() => String, { description: 'The time zone its times were set in.' }) timeZone: string;
  @Field(() => Day, { nullable: true, description: 'The day the work is needed by.' }) neededBy:
    string | null;
  @Field(() => Int, { description: 'How many experts it needs.' }) peopleNeeded: number;
  @Field(() => Int, { description: 'How many people were invited.' }) invited: number;
  @Field(() => Int, { description: 'How many said yes or partly and stand by it.' }) offered: number;
  @Field(() => Int, { description: 'How many said no.' }) declined: number;
  @Field(() => Int, { description: 'How many agreed to do the work.' }) agreed: number;
  @Field(() => Int, { description: 'Questions without an answer.' }) openQuestions: number;
  @Field(() => Int, {
    description:
      'How many experts are missing: of those who offer while it is open, of those who agreed after.',
  })
  gap: number;
  @Field(() => [Need], { description: 'What it needs, the most pressing first.' }) needs: Need[];
}

export interface DeskRow extends Omit<DeskRequest, 'needs' | 'gap'> {
  hasOutcome: boolean;
  waiting: number;
  undeclared: number;
}

const DAY = 86_400_000;
const QUIET_DAYS = 3;
const DECIDING: readonly RequestState[] = [
  RequestState.ASSESSING,
  RequestState.MATCHED,
  RequestState.IN_PROGRESS,
];
const WORKING: readonly RequestState[] = [RequestState.IN_PROGRESS, RequestState.DELIVERED];

/** What a request needs of its staff today, the most pressing first. */
export function needsOf(row: DeskRow, now: Date): Need[] {
  const { state } = row;
  const isOverdue = row.neededBy !== null && row.neededBy < now.toISOString().slice(0, 10);
  const lacksOutcome = WORKING.includes(state) && !row.hasOutcome;
  const all: [boolean, Need][] = [
    [lacksOutcome && isOverdue, Need.OUTCOME_OVERDUE],
    [state === RequestState.SUBMITTED, Need.PUBLISH],
    [isQuiet(row, now), Need.NO_RESPONSES],
    [state === RequestState.CLOSED_TO_RESPONSES, Need.START_ASSESSING],
    [DECIDING.includes(state) && row.undeclared > 0, Need.DECLARATIONS],
    [DECIDING.includes(state) && row.waiting > 0, Need.DECISIONS],
    [state === RequestState.OPEN && row.openQuestions > 0, Need.QUESTIONS],
    [lacksOutcome && !isOverdue && state === RequestState.DELIVERED, Need.OUTCOME_DUE],
    [state === RequestState.DELIVERED && row.hasOutcome, Need.CLOSE],
  ];
  return all.flatMap(([isSo, need]) => (isSo ? [need] : []));
}

/** Nobody has offered although it was open for days, or is about to close. */
function isQuiet({ state, offered, openedAt, closesAt }: DeskRow, now: Date): boolean {
  if (state !== RequestState.OPEN || offered > 0) return false;
  const since = openedAt ? now.getTime() - Date.parse(isoInstant(openedAt)) : 0;
  const left = closesAt ? Date.parse(isoInstant(closesAt)) - now.getTime() : Infinity;
  return since >= QUIET_DAYS * DAY || left <= QUIET_DAYS * DAY;
}
