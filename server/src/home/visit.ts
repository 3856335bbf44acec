import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';

/** When a person was last here, and between which moments they were away before. */
@Entity()
export class Visit {
  @PrimaryKey({ type: 'uuid' }) personId: string;
  @Property({ type: 'timestamptz' }) latestAt: Date;
  @Property({ type: 'timestamptz', nullable: true }) awayFrom: Date | null;
  @Property({ type: 'timestamptz', nullable: true }) backAt: Date | null;
}

/** Whoever was away longer is told on return what happened meanwhile. */
const AWAY = sql.raw("interval '3 days'");

/** Notes that the person is here. */
export async function noteVisit(em: EntityManager, personId: string): Promise<void> {
  await rows(
    em,
    sql`insert into visit (person_id, latest_at) select id, now() from person where id = ${personId}
    on conflict (person_id) do update set latest_at = now(),
      away_from = case when visit.latest_at < now() - ${AWAY} then visit.latest_at else visit.away_from end,
      back_at = case when visit.latest_at < now() - ${AWAY} then now() else visit.back_at end`,
  );
}
