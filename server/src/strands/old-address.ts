import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';

/** An address that once led somewhere: it goes on leading there. */
@Entity()
export class OldAddress {
  /** `strands/old-name` or `groups/old-name`. */
  @PrimaryKey({ type: 'text' }) path: string;
  @Property({ type: 'uuid' }) subjectId: string;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) since: Date = new Date();

  constructor(path: string, subjectId: string) {
    this.path = path;
    this.subjectId = subjectId;
  }
}

/** Keeps where something was found until now; an address it comes back to is current again. */
export async function moveAddress(
  em: EntityManager,
  { subjectId, from, to }: { subjectId: string; from: string; to: string },
): Promise<void> {
  if (from === to) return;
  await em.nativeDelete(OldAddress, { path: to, subjectId });
  em.persist(new OldAddress(from, subjectId));
}

/** Everything that led to one thing leads to another from now on: what it was called, and what it was called before. */
export async function sendOn(
  em: EntityManager,
  { from, path, to }: { from: string; path: string; to: string },
): Promise<void> {
  await rows(em, sql`update old_address set subject_id = ${to} where subject_id = ${from}`);
  em.persist(new OldAddress(path, to));
}
