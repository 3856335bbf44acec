import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A thing a person wants to hear no more of, such as `discussion:` and its id. Invitations and offers come through. */
@Entity()
export class Mute {
  [PrimaryKeyProp]?: ['personId', 'thing'];
  @PrimaryKey({ type: 'uuid' }) personId: string;
  @PrimaryKey({ type: 'text' }) thing: string;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) at: Date;
}
