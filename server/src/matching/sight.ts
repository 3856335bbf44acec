import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';

/** How a member of staff looks at the people of a request. */
export interface Sight {
  /** Names are still hidden from them. */
  isBlind: boolean;
  /** Known to the server alone; the aliases are made from it. */
  seed: string;
}

/** SQL, of request `r`: staff may read what was written. Until then they see who answered, and what, but no text. */
export const mayReadText = sql<boolean>`(r.state <> 'OPEN' and (r.state <> 'PAUSED' or (
  select m.from_state from request_move m where m.request_id = r.id and m.to_state = 'PAUSED'
  order by m.at desc, m.id desc limit 1) <> 'OPEN'))`;

/**
 * Staff look blind until they ask for the names or the responses have closed: what is wanted is weighed before who it
 * is. Each of them asks for themselves.
 */
export const sightOf = batch<string, Sight>(
  async (em, ids, context) => {
    const found = await rows<Sight & { id: string }>(
      em,
      sql`
      select r.id, r.blind_seed as seed, not exists (select 1 from reveal v
          where v.request_id = r.id and v.person_id = ${viewerId(context as Context)})
        and (r.opened_at is null or not ${mayReadText}) as "isBlind"
      from request r where r.id = any(${ids}::uuid[])`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
  { isBlind: true, seed: '' },
);
