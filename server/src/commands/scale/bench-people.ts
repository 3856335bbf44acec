import { hashPassword } from 'better-auth/crypto';
import type { EntityManager } from '../../platform/database.ts';
import { rows, sql } from '../../platform/sql.ts';
import type { Chance } from './chance.ts';
import { insertAll } from './insert.ts';

export const BENCH_PASSWORD = 'taskforce-bench';
export const BENCH_EMAIL = 'bench@example.org';
export const BENCH_STAFF_EMAIL = 'bench-staff@example.org';

/** Two people who can sign in: an expert who belongs to every strand and read half of it, and staff of every programme. */
export async function benchPeople(em: EntityManager, chance: Chance, now: Date): Promise<void> {
  const password = await hashPassword(BENCH_PASSWORD);
  const [id, staffId] = [chance.idAt(now), chance.idAt(now)];
  const shared = {
    email_verified: true,
    verified_at: now,
    time_zone: 'Europe/London',
    created_at: now,
    updated_at: now,
  };
  await insertAll(em, 'person', [
    {
      id,
      display_name: 'Bench Reader',
      email: BENCH_EMAIL,
      handle: 'bench-reader',
      role: 'MEMBER',
      ...shared,
    },
    {
      id: staffId,
      display_name: 'Bench Staff',
      email: BENCH_STAFF_EMAIL,
      handle: 'bench-staff',
      role: 'STAFF',
      ...shared,
    },
  ]);
  await insertAll(
    em,
    'account',
    [id, staffId].map((user_id) => ({
      id: chance.idAt(now),
      account_id: user_id,
      user_id,
      provider_id: 'credential',
      password,
    })),
  );
  await rows(
    em,
    sql`
    insert into membership (id, group_id, person_id, state)
    select gen_random_uuid(), home_group_id, ${id}, 'ACTIVE' from strand where state = 'ACTIVE'`,
  );
  await rows(
    em,
    sql`insert into programme_staff (programme_id, person_id) select id, ${staffId} from programme`,
  );
  await rows(
    em,
    sql`
    insert into read_mark (person_id, discussion_id, number)
    select ${id}, d.id, case when row_number() over (order by d.latest_at desc, d.id) % 2 = 0
      then d.last_number else greatest(d.last_number - 3, 1) end
    from discussion d join strand s on s.home_group_id = d.group_id where s.state = 'ACTIVE'`,
  );
}
