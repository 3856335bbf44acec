import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Request } from './request.ts';

/** Asked about a request. Everyone who reads the request in full sees it and its answer, but not who asked. */
@Entity()
@ObjectType({ description: 'Asked about a request; its answer is seen by all who read it in full.' })
export class Question {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Request, { ref: true }) request: Ref<Request>;
  @ManyToOne(() => Person, { ref: true })
  @Field(() => Person, {
    nullable: true,
    description: 'Who asked: told to the programme’s staff and to them.',
  })
  askedBy: Ref<Person>;

  @Property({ type: 'text' }) @Field(() => String, { description: 'What is asked.' }) body: string;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was asked.' })
  askedAt: Date = new Date();

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The answer, once there is one.' })
  answer: string | null = null;

  @ManyToOne(() => Person, { ref: true, nullable: true, index: false }) answeredBy: Ref<Person> | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was answered, or the answer last changed.' })
  answeredAt: Date | null = null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with every change.' })
  version: number = 1;

  constructor(request: Request, askedBy: Person, body: string) {
    this.request = ref(request);
    this.askedBy = ref(askedBy);
    this.body = body;
  }

  /** Answers, or puts a better answer in place of the one before. */
  answerWith(words: string, by: Person): void {
    this.answer = words;
    this.answeredBy = ref(by);
    this.answeredAt = new Date();
    this.version += 1;
  }
}
