import { deserialize, serialize } from 'node:v8';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '../platform/database.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import type { Latent } from './engine/learn.ts';
import type { IndexVersion, Scales } from './engine/statistics.ts';

/** What was learnt of everybody's words, and from how many. The newest is the one that ranks. */
@Entity({ tableName: 'index_version' })
export class IndexVersionRow {
  @PrimaryKey({ type: 'integer', autoincrement: true }) id: number;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) madeAt: Date;
  @Property({ type: 'integer' }) people: number;
  @Property({ type: 'integer' }) items: number;
  @Property({ type: 'integer' }) requests: number;
  /** Null in a version made before it was kept. */
  @Property({ type: 'integer', nullable: true }) held: number | null;
  @Property({ type: 'json' }) scales: Scales;
  @Property({ type: 'blob', nullable: true }) latent: Uint8Array | null;
}

export type Learnt = Pick<IndexVersionRow, 'people' | 'items' | 'requests'>;

/** From how many the newest version was learnt, or null before the first. */
export function newestVersion(em: EntityManager): Promise<(Learnt & { id: number }) | null> {
  return firstRow(em, sql`select id, people, items, requests from index_version order by id desc limit 1`);
}

export async function versionNumbered(em: EntityManager, id: number): Promise<IndexVersion | null> {
  const row = await firstRow<Pick<IndexVersionRow, 'people' | 'held' | 'scales' | 'latent'>>(
    em,
    sql`select people, held, scales, latent from index_version where id = ${id}`,
  );
  if (!row) return null;
  const { people, held, scales, latent } = row;
  return {
    ...{ name: String(id), scales, latent: latent && (deserialize(latent) as Latent) },
    size: held === null ? null : { people, held },
  };
}

const KEPT = 3;

export async function keepVersion(
  em: EntityManager,
  { scales, latent, size }: IndexVersion,
  from: Learnt,
): Promise<void> {
  const learnt = latent && Buffer.from(serialize(latent)).toString('base64');
  await rows(
    em,
    sql`
    insert into index_version (people, items, requests, held, scales, latent)
    values (${size?.people ?? from.people}, ${from.items}, ${from.requests}, ${size?.held ?? null}::int, ${JSON.stringify(scales)}::jsonb, decode(${learnt}::text, 'base64'))`,
  );
  await rows(
    em,
    sql`delete from index_version where id <= (select max(id) from index_version) - ${KEPT}::int`,
  );
}
