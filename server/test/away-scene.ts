import { Person } from '../src/people/person.ts';
import { rows, sql } from '../src/platform/sql.ts';
import { Request, RequestMove } from '../src/requests/request.ts';
import { RequestState } from '../src/requests/request.states.ts';
import { Outcome } from '../src/responses/outcome.ts';
import type { Scene } from './doors-scene.ts';
import { hub } from './hub.ts';

/** Everybody is back after nine days, in which a request was closed with an outcome. */
export async function backAfterDays({ requests, people }: Scene): Promise<void> {
  const em = (await hub()).orm.em.fork();
  const closed = em.getReference(Request, requests(RequestState.CLOSED).id);
  const by = em.getReference(Person, String(people.staff?.id));
  const recorded = { result: 'A list.', usedHow: 'Daily.', changedWhat: 'Much.', lesson: '' };
  const move = new RequestMove(closed, RequestState.DELIVERED, RequestState.CLOSED, null, null, new Date());
  em.persist([new Outcome(closed, by, recorded), move]);
  await em.flush();
  await rows(
    em,
    sql`insert into visit (person_id, latest_at, away_from, back_at)
      select id, now(), now() - interval '9 days', now() from person
      on conflict (person_id) do update set away_from = excluded.away_from, back_at = excluded.back_at`,
  );
}
