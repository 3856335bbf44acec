import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** The secret an authenticator app shares with the hub, sealed. Written and read by the sign-in library alone. */
@Entity()
export class TwoFactor {
  @PrimaryKey({ type: 'uuid' }) id: string;
  @Property({ type: 'uuid' }) @Index() userId: string;
  @Property({ type: 'text' }) secret: string;
  @Property({ type: 'text' }) backupCodes: string;
  @Property({ type: 'boolean', default: true }) verified: boolean;
  @Property({ type: 'integer', default: 0 }) failedVerificationCount: number;
  @Property({ type: 'timestamptz', nullable: true }) lockedUntil: Date | null;
}
