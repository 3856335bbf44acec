import known from '../../demo/programmes.json' with { type: 'json' };
import type { EntityManager } from '../../platform/database.ts';
import { rows, sql } from '../../platform/sql.ts';
import type { Chance } from './chance.ts';
import { insertAll } from './insert.ts';
import type { BulkPerson } from './people.ts';
import type { BulkProgramme } from './requests.ts';

/** The programmes that are there, or those of the demo, with the bulk's staff shared out among them. */
export async function bulkProgrammes(
  em: EntityManager,
  chance: Chance,
  staff: readonly BulkPerson[],
  now: Date,
): Promise<BulkProgramme[]> {
  const there = await rows(em, sql`select 1 from programme limit 1`);
  if (there.length === 0) {
    const first = known.map(({ slug, name, purpose }) => ({
      id: chance.idAt(now),
      slug,
      name,
      purpose,
      created_at: now,
    }));
    await insertAll(em, 'programme', first);
  }
  const programmes = await rows<{ id: string }>(em, sql`select id from programme order by slug`);
  const staffed = programmes.map(({ id }, at) => ({
    id,
    staff: staff.filter((_, who) => who % programmes.length === at),
  }));
  await insertAll(
    em,
    'programme_staff',
    staffed.flatMap(({ id, staff: theirs }) =>
      theirs.map((person) => ({ programme_id: id, person_id: person.id, since: now })),
    ),
  );
  return staffed;
}
