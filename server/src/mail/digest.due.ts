import type { Database } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';

const AT_ONCE = 500;

/**
 * Asks for the digests whose morning has come where the person lives: every day, and on Mondays that of the week, which
 * a hub that was down may still make on Tuesday. Only for proven addresses of people who were here in the last 90 days: others are asked, not told.
 */
export async function askForDigests({ orm }: { orm: Database }, now: Date = new Date()): Promise<void> {
  for (const [name, column, day] of KINDS) {
    await rows(
      orm.em.fork(),
      sql`
      with due as (
        select p.id, d.day from person p join visit v on v.person_id = p.id
        left join mail_settings m on m.person_id = p.id
        cross join lateral (select ${now.toISOString()}::timestamptz at time zone p.time_zone as clock) here
        cross join lateral (select ${day} as day) d
        where p.email_verified and p.suspended_at is null and p.left_at is null and p.waiting_since is null
          and v.latest_at > ${now.toISOString()}::timestamptz - interval '90 days'
          and here.clock >= d.day + time '08:00' and here.clock < d.day + interval '2 days' and (p.created_at at time zone p.time_zone)::date < d.day
          and coalesce(m.${column} < d.day, true)
        limit ${AT_ONCE}
      ), noted as (
        insert into mail_settings (person_id, token, ${column})
        select id, left(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 32), day from due
        on conflict (person_id) do update set ${column} = excluded.${column}
      )
      insert into outgoing_mail (id, person_id, digest, due_at, at)
      select gen_random_uuid(), id, ${name}::text || ' ' || day, now(), now() from due
      on conflict (person_id, digest) do nothing`,
    );
  }
}

const KINDS = [
  ['DAILY', sql.raw('digested_daily'), sql.raw('here.clock::date')],
  ['WEEKLY', sql.raw('digested_weekly'), sql.raw("date_trunc('week', here.clock)::date")],
] as const;
