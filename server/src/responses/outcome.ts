import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Request } from '../requests/request.ts';

export interface Recorded {
  result: string;
  usedHow: string;
  changedWhat: string;
  lesson: string;
  evidence?: string;
}

@Entity()
@ObjectType({ description: 'What came of a request, told to everyone who responded.' })
export class Outcome {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @OneToOne(() => Request, { ref: true, owner: true }) request: Ref<Request>;

  @Property({ type: 'text' }) @Field(() => String, { description: 'What was made.' }) result: string;
  @Property({ type: 'text' })
  @Field(() => String, { description: 'How it is used.' })
  usedHow: string;
  @Property({ type: 'text' })
  @Field(() => String, { description: 'What changed because of it.' })
  changedWhat: string;
  @Property({ type: 'text', default: '' })
  @Field(() => String, { description: 'What the next request should know; may be empty.' })
  lesson: string;

  @Property({ type: 'text', default: '' })
  @Field(() => String, { description: 'What shows it: documents, figures, addresses; may be empty.' })
  evidence: string = '';

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was recorded.' })
  recordedAt: Date = new Date();

  @ManyToOne(() => Person, { ref: true, index: false })
  @Field(() => Person, { description: 'Who recorded it.' })
  recordedBy: Ref<Person>;

  @Field(() => [Person], { description: 'Who did the work, in the order in which they answered.' })
  helped: Person[];

  constructor(request: Request, by: Person, recorded: Recorded) {
    this.request = ref(request);
    this.record(by, recorded);
  }

  record(by: Person, recorded: Recorded, at: Date = new Date()): void {
    const { result, usedHow, changedWhat, lesson, evidence = '' } = recorded;
    Object.assign(this, { result, usedHow, changedWhat, lesson, evidence });
    this.recordedBy = ref(by);
    this.recordedAt = at;
  }
}
