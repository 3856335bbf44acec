import { verifyPassword } from 'better-auth/crypto';
import type { Person } from '../people/person.ts';
import { Role } from '../people/person.ts';
import * as say from '../platform/say/generated/people.ts';
import type { EntityManager } from '../platform/database.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, sql } from '../platform/sql.ts';

const FRESH = '10 minutes';

/** A hub without an admin could never be looked after again. */
export async function whyNotLeave(em: EntityManager, person: Person): Promise<Problem | null> {
  if (person.role !== Role.ADMIN) return null;
  const other = await firstRow(
    em,
    sql`
    select 1 from person where role = 'ADMIN' and id <> ${person.id} and suspended_at is null and left_at is null
    limit 1`,
  );
  if (other) return null;
  const message = say.onlyAdmin();
  return { code: ProblemCode.WRONG_STATE, message, field: null };
}

/** Whoever finds an open page is not yet its owner: the password says so, or having signed in just now. */
export async function whyNotSure(
  em: EntityManager,
  { id }: Person,
  sessionId: string,
  password: string | null | undefined,
): Promise<Problem | null> {
  const account = await firstRow<{ password: string }>(
    em,
    sql`select password from account where user_id = ${id} and password is not null limit 1`,
  );
  if (account) {
    const isRight = password ? await verifyPassword({ hash: account.password, password }) : false;
    if (isRight) return null;
    const message = password ? say.notYourPassword() : say.enterPassword();
    return { code: password ? ProblemCode.NOT_VALID : ProblemCode.BLANK, message, field: 'password' };
  }
  const fresh = await firstRow(
    em,
    sql`
    select 1 from session where id::text = ${sessionId} and user_id = ${id}
      and created_at > now() - interval '${sql.raw(FRESH)}'`,
  );
  if (fresh) return null;
  const message = say.signInAgain();
  return { code: ProblemCode.NOT_ALLOWED, message, field: null };
}
