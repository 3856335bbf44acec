import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Band } from '../matching/reason.ts';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Request } from '../requests/request.ts';
import { Plan } from './plan.ts';

export enum PlanSeatState {
  PROPOSED = 'PROPOSED',
  INVITED = 'INVITED',
  REFUSED = 'REFUSED',
  PASSED_OVER = 'PASSED_OVER',
}
registerEnumType(PlanSeatState, {
  name: 'PlanSeatState',
  description: 'What became of a person in a plan.',
  valuesConfig: {
    PROPOSED: { description: 'The plan proposes to ask them.' },
    INVITED: { description: 'They were asked.' },
    REFUSED: { description: 'They could not be asked any more when the seat was accepted.' },
    PASSED_OVER: { description: 'At the head of the request’s own list, and not asked for it.' },
  },
});

/** Somebody in a plan, for one request. */
@Entity()
@Index({ properties: ['plan', 'request'] })
@Index({ properties: ['person'] })
@ObjectType({ description: 'A person whom a plan proposes for a request, or passes over.' })
export class PlanSeat {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Plan, { ref: true, index: false, deleteRule: 'cascade' }) plan: Ref<Plan>;
  @ManyToOne(() => Request, { ref: true, index: false }) request: Ref<Request>;
  @ManyToOne(() => Person, { ref: true, index: false })
  @Field(() => Person, { nullable: true, description: 'Who; null to staff who look at the request blind.' })
  person: Ref<Person>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Their place in the request’s own list.' })
  rank: number;

  @Enum({ items: () => Band, type: 'text' })
  @Field(() => Band, { description: 'Their band when the plan was made.' })
  band: Band;

  @Property({ type: 'double' })
  @Field(() => Float, { description: 'Their score when the plan was made.' })
  score: number;

  @Enum({ items: () => PlanSeatState, type: 'text' })
  @Field(() => PlanSeatState, { description: 'What became of it.' })
  state: PlanSeatState;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why they could not be asked, as a sentence.' })
  whyNot: string | null = null;

  @Property({ type: 'timestamptz', nullable: true }) acceptedAt: Date | null = null;
}
