import { root } from '../processes.ts';
import type { Acknowledged } from './writer.ts';

interface Kept {
  id: string;
  discussionId: string;
  number: number;
  body: string;
}

/** Looks at what the database holds once all is over, and counts what should not be. */
export async function afterwards(
  where: { databaseUrl: string } | { dataDir: string },
  acknowledged: Acknowledged[],
): Promise<Record<string, number>> {
  const { openStore } = await import(`${root}server/dist/src/store.js`);
  const store = await openStore({ databaseUrl: null, dataDir: '', ...where });
  const ask = <T>(text: string): Promise<T[]> => store.orm.em.getConnection().execute(text);
  try {
    const kept = await ask<Kept>(
      'select id, discussion_id as "discussionId", number, body from reply where number > 1',
    );
    const byId = new Map(kept.map((reply) => [reply.id, reply]));
    const isKept = ({ id, number, body, discussionId }: Acknowledged) => {
      const found = byId.get(id);
      return found?.number === number && found.body === body && found.discussionId === discussionId;
    };
    const known = new Set(acknowledged.map(({ id }) => id));
    const [gaps] = await ask<Record<string, number>>(GAPS);
    return {
      'acknowledged but not there as acknowledged': acknowledged.filter((one) => !isKept(one)).length,
      'acknowledged twice for one place': acknowledged.length - known.size,
      'there though never acknowledged': kept.filter(({ id }) => !known.has(id)).length,
      'there twice': kept.length - new Set(kept.map(({ body }) => body)).size,
      ...gaps,
    };
  } finally {
    await store.close();
  }
}

const GAPS = `select
  (select count(*)::int from (select d.last_number - count(y.id) as gap from discussion d join reply y on y.discussion_id = d.id
    group by d.id) one where gap <> 0) as "discussions with a gap or a wrong last number",
  (select count(*)::int from (select s.head_seq - s.floor_seq - count(e.seq) as gap, max(e.seq) - s.head_seq as over
    from stream s join event e on e.stream_id = s.id group by s.id) one where gap <> 0 or over <> 0) as "streams with a gap or a wrong head",
  (select count(*)::int from reply y where y.number > 1 and 1 <> (select count(*) from event e
    where e.subject_id = y.id::text and e.type = 'reply.posted')) as "replies not told of exactly once"`;
