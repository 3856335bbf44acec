import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Request } from '../requests/request.ts';
import { mayMove, ResponseState } from './response.states.ts';

export enum ResponseAnswer {
  YES = 'YES',
  PARTLY = 'PARTLY',
  NO = 'NO',
}
registerEnumType(ResponseAnswer, {
  name: 'ResponseAnswer',
  description: 'Whether the expert can help.',
  valuesConfig: {
    YES: { description: 'I can help.' },
    PARTLY: { description: 'I can help with a part of it.' },
    NO: { description: 'Not this time.' },
  },
});

export enum DeclineReason {
  TIME = 'TIME',
  NOT_MY_FIELD = 'NOT_MY_FIELD',
  CONFLICT = 'CONFLICT',
  OTHER = 'OTHER',
}
registerEnumType(DeclineReason, {
  name: 'DeclineReason',
  description: 'Why not this time. Nobody has to say.',
  valuesConfig: {
    TIME: { description: 'No time for it now.' },
    NOT_MY_FIELD: { description: 'It is not what I do.' },
    CONFLICT: { description: 'An interest stands in the way.' },
    OTHER: { description: 'Something else.' },
  },
});

@ObjectType({ description: 'What an expert says to one criterion.' })
export class Evidence {
  @Field(() => ID, { description: 'The criterion.' }) criterionId: string;
  @Field(() => String, { description: 'What speaks for them, in their words.' }) evidence: string;
}

/** What one person answers to one request: a single row, invited or not, that goes from state to state. */
@Entity()
@Unique({ properties: ['request', 'person'] })
@Index({
  name: 'response_of_person',
  expression: 'create index response_of_person on response (person_id, latest_at desc, id desc)',
})
@ObjectType({ description: 'What an expert answers to a request, and what became of it.' })
export class Response {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();

  @ManyToOne(() => Request, { ref: true, index: false }) request: Ref<Request>;

  @ManyToOne(() => Person, { ref: true, index: false })
  @Field(() => Person, {
    nullable: true,
    description: 'Who responds. Told to themselves and to staff; null to staff who look blind.',
  })
  person: Ref<Person>;

  @Enum({ items: () => ResponseState, type: 'text' })
  @Field(() => ResponseState, { description: 'How far it has come.' })
  state: ResponseState;

  @Enum({ items: () => ResponseAnswer, type: 'text', nullable: true })
  @Field(() => ResponseAnswer, {
    nullable: true,
    description: 'Whether they can help; null until they answer.',
  })
  answer: ResponseAnswer | null = null;

  @Property({ type: 'text', default: '' })
  @Field(() => String, {
    nullable: true,
    description: 'What they offer; null for staff until responses close.',
  })
  text: string = '';

  @Property({ type: 'json' })
  @Field(() => [Evidence], {
    description: 'What they say to each criterion; empty for staff until responses close.',
  })
  criteria: Evidence[] = [];

  @Property({ type: 'text', default: '' })
  @Field(() => String, {
    nullable: true,
    description: 'When they have time; null for staff until responses close.',
  })
  availabilityNote: string = '';

  @Enum({ items: () => DeclineReason, type: 'text', nullable: true })
  @Field(() => DeclineReason, { nullable: true, description: 'Why not this time, if they said.' })
  declineReason: DeclineReason | null = null;

  /** Why they withdrew or turned the offer down. */
  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why they withdrew or turned the offer down, if they said.',
  })
  withdrawReason: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What staff say to whoever was not chosen.' })
  feedback: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When they first said yes or partly.' })
  submittedAt: Date | null = null;

  /** When it last changed state. */
  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it last changed state.' })
  latestAt: Date = new Date();

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with every change.' })
  version: number = 1;

  constructor(request: Request, person: Person, state: ResponseState) {
    this.request = ref(request);
    this.person = ref(person);
    this.state = state;
  }

  /** Takes the words of an answer in place of what it said before. */
  say(said: Pick<Response, 'answer' | 'text' | 'criteria' | 'availabilityNote' | 'declineReason'>): void {
    const { answer, text, criteria, availabilityNote, declineReason } = said;
    Object.assign(this, { answer, text, criteria, availabilityNote, declineReason });
    this.withdrawReason = null;
    this.feedback = null;
    if (answer !== ResponseAnswer.NO) this.submittedAt ??= new Date();
    this.version += 1;
  }

  /** Goes to another state. An illegal move is a fault of ours: the policy refuses before. */
  become(state: ResponseState, at: Date = new Date()): void {
    if (!mayMove(this.state, state)) throw new Error(`A response never goes from ${this.state} to ${state}.`);
    this.state = state;
    this.latestAt = at;
    this.version += 1;
  }
}
