import type { Database, EntityManager } from '../platform/database.ts';
import { tellPerson } from '../platform/inbox.ts';
import { actAlone, type Actor } from '../platform/own-act.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/people.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import type { Person } from './person.ts';

/** Only who waits is let in or refused; who was refused may still be let in. */
export function whyNotDecide(person: Pick<Person, 'waitingSince'>): Problem | null {
  return person.waitingSince ? null : { code: ProblemCode.WRONG_STATE, message: say.notWaiting() };
}

export function whyNotRefuse(person: Pick<Person, 'waitingSince' | 'refusedAt'>): Problem | null {
  if (person.refusedAt) return { code: ProblemCode.ALREADY_DONE, message: say.refusedAlready() };
  return whyNotDecide(person);
}

/** Why nobody is signed in to this account yet: it waits, or it was refused and this is the reason. */
export async function whyNotEnter(
  orm: Database,
  personId: string,
): Promise<{ code: 'WAITING' | 'REFUSED'; message: string } | null> {
  const row = await firstRow<{ isRefused: boolean; reason: string | null }>(
    orm.em.fork(),
    sql`select refused_at is not null as "isRefused", refused_because as reason from person
    where id = ${personId} and waiting_since is not null`,
  );
  if (!row) return null;
  return row.isRefused
    ? { code: 'REFUSED', message: row.reason ?? '' }
    : { code: 'WAITING', message: say.accountWaits() };
}

const MOST_TOLD = 50;

/** Tells the admins that somebody waits to be let in. */
export function tellOfWaiting(actor: Actor, personId: string): Promise<void> {
  return actAlone(actor, async (em) => {
    for (const { id } of await admins(em))
      tellPerson(em, { personId: id, kind: 'ACCOUNT_WAITS', actorId: personId });
  });
}

function admins(em: EntityManager): Promise<{ id: string }[]> {
  return rows(
    em,
    sql`select id from person where role = 'ADMIN' and suspended_at is null and left_at is null
    order by id limit ${MOST_TOLD}`,
  );
}
