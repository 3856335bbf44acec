import { Entity, Enum, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ref, type Ref } from '@mikro-orm/core';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { newId } from '../platform/ids.ts';
import { Group } from './group.ts';

export enum StrandState {
  ACTIVE = 'ACTIVE',
  ARCHIVED = 'ARCHIVED',
  MERGED = 'MERGED',
}
registerEnumType(StrandState, {
  name: 'StrandState',
  description: 'Whether a strand is in use.',
  valuesConfig: {
    ACTIVE: { description: 'In use.' },
    ARCHIVED: { description: 'Kept for reading.' },
    MERGED: { description: 'Went on in another strand.' },
  },
});

/** A theme of work. Strands are rows: they can be renamed, ordered, merged, split and archived. */
@Entity()
@ObjectType({ description: 'A theme of work. Joining a strand is joining its home group.' })
export class Strand {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();

  @Property({ type: 'text', unique: true })
  @Field(() => String, { description: 'Its name in addresses.' })
  slug: string;

  @Property({ type: 'text' }) @Field(() => String, { description: 'Its name.' }) name: string;
  @Property({ type: 'text' }) @Field(() => String, { description: 'What it is for.' }) purpose: string;
  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place among the strands, from 1.' })
  position: number;

  @Enum({ items: () => StrandState, type: 'text', default: StrandState.ACTIVE })
  @Field(() => StrandState, { description: 'Whether it is in use.' })
  state: StrandState = StrandState.ACTIVE;

  @OneToOne(() => Group, { ref: true, owner: true }) homeGroup: Ref<Group>;
  @ManyToOne(() => Strand, { ref: true, nullable: true }) successor: Ref<Strand> | null = null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with every change.' })
  version: number = 1;

  constructor(homeGroup: Group, position: number) {
    this.homeGroup = ref(homeGroup);
    this.slug = homeGroup.slug;
    this.name = homeGroup.name;
    this.purpose = homeGroup.purpose;
    this.position = position;
  }
}
