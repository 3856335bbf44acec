import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { newId } from '../platform/ids.ts';
import { CriterionKind, Importance } from './request.kinds.ts';
import { Request } from './request.ts';

/** What one criterion says, before it belongs to a request. */
export interface CriterionWords {
  importance: Importance;
  kind: CriterionKind;
  value: string;
  level: string | null;
  says: string;
}

/** One thing a request needs. Fixed once the request was published: experts answered to these words. */
@Entity()
@ObjectType({ description: 'One thing a request needs.' })
export class Criterion implements CriterionWords {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Request, { ref: true }) request: Ref<Request>;
  /** Its place among the request's criteria, from 1. */
  @Property({ type: 'integer' }) position: number;

  @Enum({ items: () => Importance, type: 'text' })
  @Field(() => Importance, { description: 'How much it weighs.' })
  importance: Importance;

  @Enum({ items: () => CriterionKind, type: 'text' })
  @Field(() => CriterionKind, { description: 'What it looks at.' })
  kind: CriterionKind;

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'Words, a language tag, a country, a contribution type or a regulator.',
  })
  value: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The least level, for expertise and languages.' })
  level: string | null;

  @Property({ type: 'text' }) @Field(() => String, { description: 'The same as a sentence.' }) says: string;

  constructor(request: Request, position: number, words: CriterionWords) {
    this.request = ref(request);
    this.position = position;
    this.importance = words.importance;
    this.kind = words.kind;
    this.value = words.value;
    this.level = words.level;
    this.says = words.says;
  }
}
