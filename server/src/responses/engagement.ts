import { ref, type Ref } from '@mikro-orm/core';
import { Entity, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { newId } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { Response } from './response.ts';

export interface Terms {
  startsOn: string | null;
  endsOn: string | null;
  hours: number;
  deliverables: string;
}

/** The work as offered and, once accepted, as agreed. */
@Entity()
@ObjectType({ description: 'The work as offered and, once accepted, as agreed.' })
export class Engagement {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @OneToOne(() => Response, { ref: true, owner: true }) response: Ref<Response>;

  @Property({ type: 'date', nullable: true })
  @Field(() => Day, { nullable: true, description: 'The first day; null when it may begin at once.' })
  startsOn: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => Day, { nullable: true, description: 'The last day, if there is one.' })
  endsOn: string | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many hours in all.' })
  hours: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is to be handed over.' })
  deliverables: string;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the expert accepted it.' })
  agreedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was done.' })
  completedAt: Date | null = null;

  constructor(response: Response, terms: Terms) {
    this.response = ref(response);
    this.offer(terms);
  }

  /** Sets the terms anew, for whoever is offered work again. */
  offer({ startsOn, endsOn, hours, deliverables }: Terms): void {
    Object.assign(this, { startsOn, endsOn, hours, deliverables, agreedAt: null, completedAt: null });
  }
}

/** Work without a first day begins when it is agreed. */
export function beginsBy({ startsOn }: Pick<Engagement, 'startsOn'>, now: Date): boolean {
  return startsOn === null || startsOn <= now.toISOString().slice(0, 10);
}
