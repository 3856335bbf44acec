import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { newId } from '../platform/ids.ts';

export enum Role {
  MEMBER = 'MEMBER',
  STAFF = 'STAFF',
  ADMIN = 'ADMIN',
}
registerEnumType(Role, {
  name: 'Role',
  description: 'What a person is to the hub.',
  valuesConfig: {
    MEMBER: { description: 'Takes part: joins, talks, responds.' },
    STAFF: { description: 'Works for the programme owner: posts requests and decides.' },
    ADMIN: { description: 'Runs the hub: vocabularies and roles.' },
  },
});

export const FORMER_MEMBER = 'Former member';

/** Someone with an account. The sign-in library writes the first columns of this table, we the others. */
@Entity()
@Index({ properties: ['displayName', 'id'] })
@Index({
  name: 'person_waiting',
  expression: 'create index person_waiting on person (waiting_since, id) where waiting_since is not null',
})
@ObjectType({ description: 'Someone with an account.' })
export class Person {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The one name they go by, in any script.' })
  displayName: string;

  @Property({ type: 'text', unique: true }) email: string;
  @Property({ type: 'boolean', default: false }) emailVerified: boolean = false;
  @Property({ type: 'text', nullable: true }) image: string | null = null;

  @Property({ type: 'text', unique: true })
  @Field(() => String, { description: 'Their name in addresses, such as /people/meera-vallathur.' })
  handle: string;

  @Enum({ items: () => Role, type: 'text', default: Role.MEMBER })
  @Field(() => Role, { description: 'What they are to the hub.' })
  role: Role = Role.MEMBER;

  /** When staff checked that they are the professional they say they are. */
  @Property({ type: 'timestamptz', nullable: true }) verifiedAt: Date | null = null;
  @Property({ type: 'uuid', nullable: true }) verifiedById: string | null = null;
  @Property({ type: 'timestamptz', nullable: true }) suspendedAt: Date | null = null;

  /** They may be asked for a code after the password. */
  @Property({ type: 'boolean', default: false }) twoFactorEnabled: boolean = false;
  /** When they agreed to the code of conduct. */
  @Property({ type: 'timestamptz', nullable: true }) agreedAt: Date | null = null;
  /** Since when they wait to be let in; null once they are. */
  @Property({ type: 'timestamptz', nullable: true }) waitingSince: Date | null = null;
  /** When they were refused, and why, while they go on waiting. */
  @Property({ type: 'timestamptz', nullable: true }) refusedAt: Date | null = null;
  @Property({ type: 'text', nullable: true }) refusedBecause: string | null = null;
  /** When they left for good. The row stays, without a name, because what they wrote points to it. */
  @Property({ type: 'timestamptz', nullable: true }) leftAt: Date | null = null;

  /** Their id in the register they were brought from. */
  @Property({ type: 'text', nullable: true, unique: true }) registerId: string | null = null;

  @Property({ type: 'text', default: 'UTC' }) timeZone: string = 'UTC';
  @Property({ type: 'integer', default: 1 }) version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) createdAt: Date = new Date();
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) updatedAt: Date = new Date();

  constructor(displayName: string, email: string, handle: string) {
    this.displayName = displayName;
    this.email = email.toLowerCase();
    this.handle = handle;
  }

  /** Staff checked who they are, or take that back. The first to check stays on record. */
  verify(by: Person | null): void {
    if (Boolean(by) === Boolean(this.verifiedAt)) return;
    this.verifiedAt = by && new Date();
    this.verifiedById = by && by.id;
    this.version += 1;
  }

  letIn(): void {
    Object.assign(this, { waitingSince: null, refusedAt: null, refusedBecause: null });
    this.version += 1;
  }

  refuse(reason: string, at: Date): void {
    Object.assign(this, { refusedAt: at, refusedBecause: reason });
    this.version += 1;
  }

  suspend(suspended: boolean): void {
    if (suspended === Boolean(this.suspendedAt)) return;
    this.suspendedAt = suspended ? new Date() : null;
    this.version += 1;
  }

  /** Leaves for good: nothing of this row says who it was. */
  leave(at: Date): void {
    Object.assign(this, {
      displayName: FORMER_MEMBER,
      email: `${this.id}@left.invalid`,
      handle: `former-member-${this.id.slice(-12)}`,
      image: null,
      registerId: null,
      role: Role.MEMBER,
      timeZone: 'UTC',
      ...{ emailVerified: false, twoFactorEnabled: false },
      ...{ verifiedAt: null, verifiedById: null, suspendedAt: null, agreedAt: null, leftAt: at },
      ...{ waitingSince: null, refusedAt: null, refusedBecause: null },
    });
    this.version += 1;
  }

  get isStaff(): boolean {
    return this.role !== Role.MEMBER;
  }
}

/** Written and read by the sign-in library alone. */
@Entity()
export class Session {
  @PrimaryKey({ type: 'uuid' }) id: string;
  @Property({ type: 'uuid' }) @Index() userId: string;
  @Property({ type: 'text', unique: true }) token: string;
  @Property({ type: 'timestamptz' }) expiresAt: Date;
  @Property({ type: 'text', nullable: true }) ipAddress: string | null;
  @Property({ type: 'text', nullable: true }) userAgent: string | null;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) createdAt: Date;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) updatedAt: Date;
}

/** A way to sign in: a password hash, or an identity at a provider. */
@Entity()
export class Account {
  @PrimaryKey({ type: 'uuid' }) id: string;
  @Property({ type: 'text' }) accountId: string;
  @Property({ type: 'text' }) providerId: string;
  @Property({ type: 'uuid' }) @Index() userId: string;
  @Property({ type: 'text', nullable: true }) accessToken: string | null;
  @Property({ type: 'text', nullable: true }) refreshToken: string | null;
  @Property({ type: 'text', nullable: true }) idToken: string | null;
  @Property({ type: 'timestamptz', nullable: true }) accessTokenExpiresAt: Date | null;
  @Property({ type: 'timestamptz', nullable: true }) refreshTokenExpiresAt: Date | null;
  @Property({ type: 'text', nullable: true }) scope: string | null;
  @Property({ type: 'text', nullable: true }) password: string | null;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) createdAt: Date;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) updatedAt: Date;
}

/** A link or code sent to an address, until it is used or lapses. */
@Entity()
export class Verification {
  /** Sometimes a hash of what it holds for, so that it can exist only once. */
  @PrimaryKey({ type: 'text' }) id: string;
  @Property({ type: 'text' }) @Index() identifier: string;
  @Property({ type: 'text' }) value: string;
  @Property({ type: 'timestamptz' }) expiresAt: Date;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) createdAt: Date;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) updatedAt: Date;
}

/** How often one address tried to sign in; shared by all processes. */
@Entity()
export class RateLimit {
  @PrimaryKey({ type: 'text' }) id: string;
  @Property({ type: 'text', unique: true }) key: string;
  @Property({ type: 'integer' }) count: number;
  @Property({ type: 'bigint' }) lastRequest: string;
}
