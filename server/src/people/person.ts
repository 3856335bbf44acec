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

/** Someone with an account. The sign-in library writes the first columns of this table, we the others. */
@Entity()
@Index({ properties: ['displayName', 'id'] })
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

  @Property({ type: 'text', default: 'UTC' }) timeZone: string = 'UTC';
  @Property({ type: 'text', default: 'en' }) language: string = 'en';
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

  suspend(suspended: boolean): void {
    if (suspended === Boolean(this.suspendedAt)) return;
    this.suspendedAt = suspended ? new Date() : null;
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
  @PrimaryKey({ type: 'uuid' }) id: string;
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
