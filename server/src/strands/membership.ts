import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Group } from './group.ts';
import { Strand } from './strand.ts';

export enum MembershipState {
  INVITED = 'INVITED',
  REQUESTED = 'REQUESTED',
  ACTIVE = 'ACTIVE',
  LEFT = 'LEFT',
  REMOVED = 'REMOVED',
}
registerEnumType(MembershipState, {
  name: 'MembershipState',
  description: 'Where a person stands with a group.',
  valuesConfig: {
    INVITED: { description: 'Asked to join.' },
    REQUESTED: { description: 'Asked to be let in.' },
    ACTIVE: { description: 'Belongs to it.' },
    LEFT: { description: 'Belonged to it once.' },
    REMOVED: { description: 'Was put out by a lead.' },
  },
});

export enum MembershipRole {
  MEMBER = 'MEMBER',
  LEAD = 'LEAD',
  OBSERVER = 'OBSERVER',
}
registerEnumType(MembershipRole, {
  name: 'MembershipRole',
  description: 'What a member may do in the group.',
  valuesConfig: {
    MEMBER: { description: 'Reads and posts.' },
    LEAD: { description: 'Also looks after members and talk.' },
    OBSERVER: { description: 'Reads.' },
  },
});

/** One person in one group: a single row for ever, whose state changes. */
@Entity()
@Unique({ properties: ['group', 'person'] })
@Index({ properties: ['person', 'state'] })
export class Membership {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Group, { ref: true }) group: Ref<Group>;
  @ManyToOne(() => Person, { ref: true }) person: Ref<Person>;
  @Enum({ items: () => MembershipState, type: 'text' }) state: MembershipState;

  @Enum({ items: () => MembershipRole, type: 'text', default: MembershipRole.MEMBER })
  role: MembershipRole = MembershipRole.MEMBER;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) since: Date = new Date();
  @Property({ type: 'integer', default: 1 }) version: number = 1;

  constructor(group: Group, person: Person, state: MembershipState, role = MembershipRole.MEMBER) {
    this.group = ref(group);
    this.person = ref(person);
    this.state = state;
    this.role = role;
  }

  /** Moves to another state; says whether anything changed. */
  become(state: MembershipState): boolean {
    if (this.state === state) return false;
    this.state = state;
    this.since = new Date();
    this.version += 1;
    // Whoever comes back is a member again.
    if (state !== MembershipState.ACTIVE && this.role === MembershipRole.LEAD)
      this.role = MembershipRole.MEMBER;
    return true;
  }

  /** Takes another part in the group; says whether anything changed. */
  takePart(role: MembershipRole): boolean {
    if (this.role === role) return false;
    this.role = role;
    this.version += 1;
    return true;
  }
}

/** A group belongs to none, one or several strands. */
@Entity()
export class GroupStrand {
  [PrimaryKeyProp]?: ['group', 'strand'];
  @ManyToOne(() => Group, { ref: true, primary: true }) group: Ref<Group>;
  @ManyToOne(() => Strand, { ref: true, primary: true }) strand: Ref<Strand>;
  /** Its place in the strand; those of one place stand by name. */
  @Property({ type: 'integer', default: 0 }) position: number = 0;

  constructor(group: Group, strand: Strand) {
    this.group = ref(group);
    this.strand = ref(strand);
  }
}
