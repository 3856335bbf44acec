import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { newId } from '../platform/ids.ts';

export enum Privacy {
  OPEN = 'OPEN',
  RESTRICTED = 'RESTRICTED',
  PRIVATE = 'PRIVATE',
  CONFIDENTIAL = 'CONFIDENTIAL',
}
registerEnumType(Privacy, {
  name: 'Privacy',
  description: 'Who may find, read and join a group.',
  valuesConfig: {
    OPEN: { description: 'Everyone signed in reads; anyone joins at once; visitors see a summary.' },
    RESTRICTED: { description: 'Everyone signed in reads; a lead lets people in to post.' },
    PRIVATE: { description: 'Everyone signed in sees name and purpose; only members read.' },
    CONFIDENTIAL: { description: 'Only members know that it exists.' },
  },
});

export enum GroupState {
  PROPOSED = 'PROPOSED',
  ACTIVE = 'ACTIVE',
  DORMANT = 'DORMANT',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(GroupState, {
  name: 'GroupState',
  description: 'How far along its life a group is.',
  valuesConfig: {
    PROPOSED: { description: 'Waiting for staff to say yes.' },
    ACTIVE: { description: 'Open for discussion.' },
    DORMANT: { description: 'Quiet; may wake again.' },
    ARCHIVED: { description: 'Kept for reading.' },
  },
});

/** A community with members, privacy and discussions. */
@Entity()
@ObjectType({ description: 'A community with members, privacy and discussions.' })
export class Group {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();

  @Property({ type: 'text', unique: true })
  @Field(() => String, { description: 'Its name in addresses.' })
  slug: string;

  @Property({ type: 'text' }) @Field(() => String, { description: 'Its name.' }) name: string;
  @Property({ type: 'text' }) @Field(() => String, { description: 'What it is for.' }) purpose: string;

  @Enum({ items: () => Privacy, type: 'text', default: Privacy.OPEN })
  @Field(() => Privacy, { description: 'Who may find, read and join it.' })
  privacy: Privacy = Privacy.OPEN;

  @Enum({ items: () => GroupState, type: 'text', default: GroupState.ACTIVE })
  @Field(() => GroupState, { description: 'How far along its life it is.' })
  state: GroupState = GroupState.ACTIVE;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many people belong to it.' })
  memberCount: number = 0;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many discussions it holds.' })
  discussionCount: number = 0;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with every change.' })
  version: number = 1;

  /** People and talk come and go while a lead writes: those raise `version` alone. */
  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, {
    description: 'Rises with its name, purpose, privacy and state; send it back to change one of them.',
  })
  settingsVersion: number = 1;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) createdAt: Date = new Date();

  /** Where it went on, once it was merged: then nobody sees it any more, and its address leads there. */
  @ManyToOne(() => Group, { ref: true, nullable: true }) successor: Ref<Group> | null = null;

  /** What is pinned at its top, as written and as safe HTML, with a version of its own. */
  @Property({ type: 'text', default: '' }) context: string = '';
  @Property({ type: 'text', default: '' }) contextHtml: string = '';
  @Property({ type: 'integer', default: 0 }) contextVersion: number = 0;
  @Property({ type: 'timestamptz', nullable: true }) contextEditedAt: Date | null = null;
  @Property({ type: 'uuid', nullable: true }) contextEditedById: string | null = null;

  constructor(slug: string, name: string, purpose: string, privacy: Privacy = Privacy.OPEN) {
    this.slug = slug;
    this.name = name;
    this.purpose = purpose;
    this.privacy = privacy;
  }

  /** Its row must be locked. */
  change(settings: Partial<Pick<Group, 'slug' | 'name' | 'purpose' | 'privacy' | 'state'>>): void {
    Object.assign(this, settings);
    this.version += 1;
    this.settingsVersion += 1;
  }

  get stream(): string {
    return groupStream(this.id);
  }
}

export function groupStream(groupId: string): string {
  return `group:${groupId}`;
}
