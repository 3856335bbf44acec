import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Request } from '../requests/request.ts';

/** How many days more are asked for, and given to everyone. */
export const MORE_DAYS = 3;

/** An expert needs longer than a request leaves them. Asked once; staff answer all who ask with one word. */
@Entity()
@Unique({ properties: ['request', 'person'] })
@ObjectType({ description: 'An expert asked for three days more to answer a request.' })
export class MoreTime {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Request, { ref: true, index: false }) request: Ref<Request>;
  @ManyToOne(() => Person, { ref: true }) person: Ref<Person>;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When they asked.' })
  askedAt: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When staff answered; null until they have.' })
  answeredAt: Date | null = null;

  @Property({ type: 'boolean', nullable: true })
  @Field(() => Boolean, { nullable: true, description: 'Whether it was given; null until staff answered.' })
  isGiven: boolean | null = null;

  @Property({ type: 'integer', default: 1 }) version: number = 1;

  constructor(request: Request, person: Person) {
    this.request = ref(request);
    this.person = ref(person);
  }

  answer(isGiven: boolean, at: Date): void {
    this.isGiven = isGiven;
    this.answeredAt = at;
    this.version += 1;
  }
}
