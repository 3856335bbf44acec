import { createHash } from 'node:crypto';
import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { log } from '../platform/line-log.ts';
import { rows, sql } from '../platform/sql.ts';
import type { Placed } from './match.rows.ts';
import { versionsOf, type Ranked } from './matches.ts';
import { RULES_VERSION } from './rank.ts';

/** One person in a list, in its order, with their place in the whole ranking; a newcomer stands ahead of theirs. */
export type ShownRank = { person: string; rank: number; score: number; newcomer?: true };

/** A list of matches that a member of staff was shown, once for each that differs. Kept for 12 months. */
@Entity()
@Unique({ properties: ['byId', 'requestId', 'digest'] })
export class MatchListShown {
  @PrimaryKey({ type: 'uuid' }) id: string;
  @Property({ type: 'uuid' }) requestId: string;
  @Property({ type: 'uuid' }) byId: string;
  /** When it was first shown. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()', index: true }) at: Date;
  @Property({ type: 'text' }) rulesVersion: string;
  @Property({ type: 'text' }) indexVersion: string;
  @Property({ type: 'integer' }) weightsVersion: number;
  @Property({ type: 'json' }) ranks: ShownRank[];
  /** A hash of the versions and the ranks. */
  @Property({ type: 'text' }) digest: string;
}

/** Notes what is being shown. Nobody waits for it, and the answer stands when it fails. */
export function noteShown(em: EntityManager, placed: readonly Placed[], ranked: Ranked): void {
  if (placed.length === 0) return;
  keep(em.fork(), placed, ranked).catch((error: unknown) =>
    log('error', 'job', {
      operation: 'noteMatchList',
      detail: error instanceof Error ? error : String(error),
    }),
  );
}

async function keep(
  em: EntityManager,
  placed: readonly Placed[],
  { all, request, viewer }: Ranked,
): Promise<void> {
  const { indexVersion, weightsVersion } = versionsOf({ all });
  const ranks = placed.map(({ expertId, rank, score, isNewcomer }): ShownRank => ({
    ...{ person: expertId, rank, score },
    ...(isNewcomer && { newcomer: true }),
  }));
  const shown = JSON.stringify(ranks);
  const digest = createHash('sha256')
    .update(`${RULES_VERSION}\n${indexVersion}\n${weightsVersion}\n${shown}`)
    .digest('base64url');
  await rows(
    em,
    sql`
    insert into match_list_shown (id, request_id, by_id, rules_version, index_version, weights_version, ranks, digest)
    values (${newId()}, ${request.id}, ${viewer.id}, ${RULES_VERSION}, ${indexVersion}, ${weightsVersion}, ${shown}::jsonb,
      ${digest}) on conflict do nothing`,
  );
}

export async function forgetOldLists(em: EntityManager): Promise<void> {
  await rows(em, sql`delete from match_list_shown where at < now() - interval '12 months'`);
}

/** SQL: the person was among those in list `t`. */
export const showed = (personId: string) =>
  sql<boolean>`t.ranks @> ${JSON.stringify([{ person: personId }])}::jsonb`;

/** Whoever leaves is in no list any more; the others keep their places. */
export async function takeOutOfLists(em: EntityManager, personId: string): Promise<void> {
  await rows(
    em,
    sql`
    update match_list_shown t set digest = 'without ' || t.id, ranks = coalesce((
      select jsonb_agg(one order by place) from jsonb_array_elements(t.ranks) with ordinality as each(one, place)
      where one ->> 'person' <> ${personId}), '[]')
    where ${showed(personId)}`,
  );
}
