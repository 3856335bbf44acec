import { as, type Nested } from './as.ts';
import type { Cast } from './cast.ts';
import { asExpert, morePeople } from './experts.ts';
import { hub } from './hub.ts';
import { Person } from '../src/people/person.ts';
import { rows, sql } from '../src/platform/sql.ts';

const WHOLE = `query { insight { isWhole at
  coverage { expertise asked available isShort demand { strand people } }
  funnel { step asked unasked } waiting { medianDays requests without spans { fromDay requests } }
  participation { strand weeks { week people } }
  load { invitations experts busiestTenth spread { invitations experts } }
  countries { countries { country experts } elsewhere expertise } } }`;

export async function figures(person: Person, query = WHOLE): Promise<Nested> {
  return (await as(person).run(query)).insight as Nested;
}

export async function run(statement: ReturnType<typeof sql>): Promise<void> {
  await rows((await hub()).orm.em.fork(), statement);
}

/** Seven verified experts: Meera and Kofi and five more, of whom four live in Ghana and the others nowhere known. */
export async function experts(all: Cast): Promise<Person[]> {
  const more = await morePeople(5);
  for (const person of [all.meera, all.kofi, ...more]) await asExpert(person);
  for (const person of more.slice(0, 4))
    await run(sql`update profile set country = 'GH' where person_id = ${person.id}`);
  return more;
}
