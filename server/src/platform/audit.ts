import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from './database.ts';
import { newId } from './ids.ts';
import * as say from './say/generated/platform.ts';
import { publicWords, type Words } from './words.ts';

/** What somebody with a role or the lead of a group did: names and states, never the text of a case. */
export interface Deed {
  actorId: string;
  /** The mutation, such as `changeRole`. */
  verb: string;
  /** What it was done to, as `person:<id>`, `group:<id>`, `strand:<id>`, `request:<id>`, `weights:<version>`. */
  target: string;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  reason?: string | null;
}

/** One deed on record. Rows are only ever added: the database itself refuses to change or delete them. */
@Entity()
@Index({
  name: 'audit_entry_latest',
  expression: 'create index audit_entry_latest on audit_entry (at desc, id desc)',
})
@Index({
  name: 'audit_entry_by',
  expression: 'create index audit_entry_by on audit_entry (actor_id, at desc, id desc)',
})
@Index({
  name: 'audit_entry_about',
  expression: 'create index audit_entry_about on audit_entry (target, at desc, id desc)',
})
export class AuditEntry {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @Property({ type: 'timestamptz' }) at: Date = new Date();
  @Property({ type: 'uuid' }) actorId: string;
  @Property({ type: 'text' }) verb: string;
  @Property({ type: 'text' }) target: string;
  @Property({ type: 'json', nullable: true }) before: Record<string, unknown> | null;
  @Property({ type: 'json', nullable: true }) after: Record<string, unknown> | null;
  @Property({ type: 'text', nullable: true }) reason: string | null;

  constructor(deed: Deed) {
    this.actorId = deed.actorId;
    this.verb = deed.verb;
    this.target = deed.target;
    this.before = deed.before ?? null;
    this.after = deed.after ?? null;
    this.reason = deed.reason || null;
  }
}

/** Puts a deed on record, in the transaction of the deed: both are kept, or neither. */
export function audit(em: EntityManager, deed: Deed): void {
  em.persist(new AuditEntry(deed));
}

/** Why it was done, where the person says so. */
export function cleanReason(raw: string | null | undefined, required = false): Words {
  return publicWords(raw, { max: 600, multiline: true, field: 'reason', label: say.theReason(), required });
}
