import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Request } from '../requests/request.ts';
import type { KeptReason } from './kept-reason.ts';
import { Band } from './reason.ts';
import { MatchRun } from './match-run.ts';

/** How somebody stood in a ranking. */
export interface Stood {
  band: keyof typeof Band;
  score: number;
  reasons: KeptReason[];
}

/** Staff ask a person. It keeps how they stood that day: later profiles and rules change nothing in it. */
@Entity()
@Index({ properties: ['request', 'person', 'at'] })
@Index({ properties: ['person', 'at'] })
@ObjectType({ description: 'Staff ask a matched person, with how they stood on that day.' })
export class Invitation {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Request, { ref: true, index: false }) request: Ref<Request>;

  @ManyToOne(() => Person, { ref: true, index: false })
  @Field(() => Person, { nullable: true, description: 'Who is asked; null to staff who look blind.' })
  person: Ref<Person>;

  @ManyToOne(() => Person, { ref: true, index: false })
  @Field(() => Person, { description: 'Who asks.' })
  invitedBy: Ref<Person>;

  @ManyToOne(() => MatchRun, { ref: true, index: false }) run: Ref<MatchRun>;

  @Property({ type: 'text', default: '' })
  @Field(() => String, { description: 'What staff wrote to them; may be empty.' })
  message: string = '';

  /** Why somebody who fails a gate was asked all the same. */
  @Property({ type: 'text', nullable: true }) overrideReason: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When they were asked.' })
  at: Date = new Date();

  @Enum({ items: () => Band, type: 'text' })
  @Field(() => Band, { description: 'The band on that day.' })
  band: Band;

  @Property({ type: 'double' })
  @Field(() => Float, { description: 'The score on that day.' })
  score: number;

  /** As data, so that each reader hears it in their own language. */
  @Property({ type: 'json' }) reasons: KeptReason[] = [];

  constructor(run: MatchRun, person: Person, stood: Stood) {
    this.run = ref(run);
    this.request = run.request;
    this.invitedBy = run.by;
    this.person = ref(person);
    this.band = Band[stood.band];
    this.score = stood.score;
    this.reasons = stood.reasons;
  }
}
