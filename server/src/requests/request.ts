import { randomUUID } from 'node:crypto';
import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { Programme } from './programme.ts';
import { Mode, Sensitivity } from './request.kinds.ts';
import { RequestState, whyNotMove } from './request.states.ts';

/** A programme's request for input. It is seen by others once it was opened for the first time. */
@Entity()
@Index({
  name: 'request_opened',
  expression: 'create index request_opened on request (opened_at desc, id desc)',
})
@Index({
  name: 'request_closing',
  expression: `create index request_closing on request (closes_at, id) where state = 'OPEN'`,
})
@ObjectType({ description: 'A programme’s request for input.' })
export class Request {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();

  @Property({ type: 'integer', autoincrement: true, unique: true })
  @Field(() => Int, { description: 'Its number, shown as #41.' })
  number: number;

  @ManyToOne(() => Programme, { ref: true }) programme: Ref<Programme>;
  @ManyToOne(() => Person, { ref: true }) owner: Ref<Person>;

  /** What the aliases of its matches are made from; it never leaves the server. */
  @Property({ type: 'uuid', defaultRaw: 'gen_random_uuid()' }) blindSeed: string = randomUUID();

  @Property({ type: 'text' }) @Field(() => String, { description: 'What is asked.' }) title: string;

  /** The first words of the problem, for lists and for visitors. */
  @Property({ type: 'text', default: '' })
  @Field(() => String, { description: 'The first words of the problem; empty where these are not shown.' })
  summary: string = '';

  @Property({ type: 'text', default: '' })
  @Field(() => String, { nullable: true, description: 'What is wrong or missing; null unless read in full.' })
  problem: string = '';

  @Property({ type: 'text', default: '' })
  @Field(() => String, { nullable: true, description: 'What should come of it; null unless read in full.' })
  desiredOutcome: string = '';

  @Property({ type: 'text', default: '' })
  @Field(() => String, { nullable: true, description: 'What was tried before; null unless read in full.' })
  alreadyTried: string = '';

  @Property({ type: 'array' })
  @Field(() => [String], { description: 'The contribution types asked for, as codes.' })
  contributionTypes: string[] = [];

  @Enum({ items: () => Mode, type: 'text', default: Mode.REMOTE })
  @Field(() => Mode, { nullable: true, description: 'Where the work is done.' })
  mode: Mode = Mode.REMOTE;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The country it is about, as ISO 3166 alpha-2.' })
  country: string | null = null;

  @Property({ type: 'double', nullable: true })
  @Field(() => Float, { nullable: true, description: 'Hours asked of each expert.' })
  effortHours: number | null = null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { nullable: true, description: 'How many experts are needed.' })
  peopleNeeded: number = 1;

  @Property({ type: 'text', default: '' })
  @Field(() => String, { nullable: true, description: 'What is paid for.' })
  expenses: string = '';

  @Enum({ items: () => Sensitivity, type: 'text', default: Sensitivity.PUBLIC })
  @Field(() => Sensitivity, { description: 'Who may read it in full.' })
  sensitivity: Sensitivity = Sensitivity.PUBLIC;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The IANA time zone its times were set in.' })
  timeZone: string;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Until when it takes responses.' })
  closesAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Until when questions may be asked.' })
  questionsCloseAt: Date | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => Day, { nullable: true, description: 'The day the work is needed by.' })
  neededBy: string | null = null;

  /** When it was first published; null until then, and until then it is nobody else's business. */
  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was first published.' })
  openedAt: Date | null = null;

  @Enum({ items: () => RequestState, type: 'text', default: RequestState.DRAFT })
  @Field(() => RequestState, { description: 'How far it has come.' })
  state: RequestState = RequestState.DRAFT;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it is in this state, where a reason was given.' })
  stateReason: string | null = null;

  /** Its id in the register it was brought from. */
  @Property({ type: 'text', nullable: true, unique: true }) registerId: string | null = null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with every change.' })
  version: number = 1;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) createdAt: Date = new Date();

  constructor(programme: Programme, owner: Person, title: string, timeZone: string) {
    this.programme = ref(programme);
    this.owner = ref(owner);
    this.title = title;
    this.timeZone = timeZone;
  }

  /** Moves to another state and answers with the record of it, to be persisted. Ask `whyNotMove` before. */
  moveTo(state: RequestState, by: Person | null, reason: string | null = null, at = new Date()): RequestMove {
    const problem = whyNotMove(this.state, state);
    if (problem) throw new Error(problem.message);
    const move = new RequestMove(this, this.state, state, by, reason, at);
    this.state = state;
    this.stateReason = reason;
    if (state === RequestState.OPEN) this.openedAt ??= at;
    this.version += 1;
    return move;
  }

  get isPublished(): boolean {
    return this.openedAt !== null;
  }
}

/** One step of a request from state to state. Steps are only ever added. */
@Entity()
@ObjectType({ description: 'One step of a request from state to state.' })
export class RequestMove {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Request, { ref: true }) request: Ref<Request>;

  @Enum({ items: () => RequestState, type: 'text', fieldName: 'from_state' })
  @Field(() => RequestState, { description: 'Where it was.' })
  from: RequestState;

  @Enum({ items: () => RequestState, type: 'text', fieldName: 'to_state' })
  @Field(() => RequestState, { description: 'Where it went.' })
  to: RequestState;

  /** Null where the hub itself acted, as when a date passed. */
  @ManyToOne(() => Person, { ref: true, nullable: true, index: false })
  @Field(() => Person, { nullable: true, description: 'Who moved it: told to the programme’s staff.' })
  by: Ref<Person> | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why, where a reason was given.' })
  reason: string | null;

  @Property({ type: 'timestamptz' }) @Field(() => Date, { description: 'When.' }) at: Date;

  constructor(
    request: Request,
    from: RequestState,
    to: RequestState,
    by: Person | null,
    reason: string | null,
    at: Date,
  ) {
    this.request = ref(request);
    this.from = from;
    this.to = to;
    this.by = by && ref(by);
    this.reason = reason;
    this.at = at;
  }
}

/** Who may read the request in full hears this stream. */
export function requestStream(id: string): string {
  return `request:${id}`;
}

/** Its programme's staff without a conflict hear this one. */
export function requestStaffStream(id: string): string {
  return `request:${id}:staff`;
}
