import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { PlanRule } from './plan-rule.ts';

export enum PlanState {
  MAKING = 'MAKING',
  PROPOSED = 'PROPOSED',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
  DISCARDED = 'DISCARDED',
}
registerEnumType(PlanState, {
  name: 'PlanState',
  description: 'How far a plan has come.',
  valuesConfig: {
    MAKING: { description: 'It is being made.' },
    PROPOSED: { description: 'It is made; its seats can be accepted.' },
    FAILED: { description: 'It could not be made.' },
    CANCELLED: { description: 'Whoever asked for it stopped it.' },
    DISCARDED: { description: 'It was put aside; what was accepted before stays.' },
  },
});

/** What it was made from, so that it can be understood later. A reader knows the shape by its version. */
export interface PlanSnapshot {
  version: 1;
  rulesVersion: string;
  /** The set of weights; plans from before there were several do not say. */
  weightsVersion?: number;
  day: string;
  experts: number;
  requests: { id: string; version: number; needed: number; passed: number }[];
  /** A hash of everything the solver was given. */
  digest: string;
  cost: number;
  gap: number;
}

/** Whom to ask for what, over several open requests at once. It proposes; staff invite. */
@Entity()
@Index({ properties: ['by', 'at'] })
@Index({
  name: 'plan_being_made',
  expression: `create index plan_being_made on plan (at) where state = 'MAKING'`,
})
@ObjectType({ description: 'A proposal whom to ask for what, over several open requests at once.' })
export class Plan {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Person, { ref: true, index: false }) by: Ref<Person>;

  @Enum({ items: () => PlanState, type: 'text' })
  @Field(() => PlanState, { description: 'How far it has come.' })
  state: PlanState = PlanState.MAKING;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was asked for.' })
  at: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was made.' })
  madeAt: Date | null = null;

  /** When a process last said that it is at work on it. */
  @Property({ type: 'timestamptz', nullable: true }) workedAt: Date | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many steps of making it are done.' })
  done: number = 0;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many steps there are.' })
  steps: number = 1;

  @Property({ type: 'json' })
  @Field(() => [PlanRule], { description: 'Who should be among those asked.' })
  rules: PlanRule[];

  @Property({ type: 'json', nullable: true }) snapshot: PlanSnapshot | null = null;

  constructor(by: Person, rules: PlanRule[], requests: number) {
    this.by = ref(by);
    this.rules = rules;
    this.steps = requests + 1;
  }
}
