import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';

/** A body of work of the owner organisation: it posts requests. */
@Entity()
@ObjectType({ description: 'A body of work of the owner organisation: it posts requests.' })
export class Programme {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();

  @Property({ type: 'text', unique: true })
  @Field(() => String, { description: 'Its name in addresses.' })
  slug: string;

  @Property({ type: 'text' }) @Field(() => String, { description: 'Its name.' }) name: string;
  @Property({ type: 'text' }) @Field(() => String, { description: 'What it is for.' }) purpose: string;

  /** Any member may draft a request here; its staff still decide what is published. */
  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Any member may draft a request here; its staff publish.' })
  membersMayRaise: boolean = false;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) createdAt: Date = new Date();

  constructor(slug: string, name: string, purpose: string, membersMayRaise = false) {
    this.slug = slug;
    this.name = name;
    this.purpose = purpose;
    this.membersMayRaise = membersMayRaise;
  }
}

/** A person who works for a programme. It counts only while they are staff of the hub. */
@Entity()
export class ProgrammeStaff {
  [PrimaryKeyProp]?: ['programme', 'person'];
  @ManyToOne(() => Programme, { ref: true, primary: true, index: false }) programme: Ref<Programme>;
  @ManyToOne(() => Person, { ref: true, primary: true }) person: Ref<Person>;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) since: Date = new Date();

  constructor(programme: Programme, person: Person) {
    this.programme = ref(programme);
    this.person = ref(person);
  }
}
