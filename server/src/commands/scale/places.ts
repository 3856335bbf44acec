import known from '../../demo/groups.json' with { type: 'json' };
import type { EntityManager } from '../../platform/database.ts';
import { rows, sql } from '../../platform/sql.ts';
import type { Chance } from './chance.ts';
import { insertAll, type Row } from './insert.ts';
import type { BulkPerson } from './people.ts';
import { CIRCLES, EXPERTISE } from './words.ts';

/** Where people meet: the home groups of the strands first, then others. */
export interface Place {
  groupId: string;
  strandId: string | null;
  members: BulkPerson[];
}

/** The strands that are there, or those of the demo where there are none yet, and groups of a bulk's own. */
export async function bulkPlaces(
  em: EntityManager,
  chance: Chance,
  count: number,
  now: Date,
): Promise<Place[]> {
  await keepStrands(em, chance, now);
  const strands = await rows<{ groupId: string; strandId: string }>(
    em,
    sql`select home_group_id as "groupId", id as "strandId" from strand where state = 'ACTIVE' order by position`,
  );
  const groups = Array.from({ length: count }, (_, at) => {
    const topic = chance.pick(EXPERTISE);
    const name = `${topic}: ${chance.pick(CIRCLES).toLowerCase()}`;
    const slug = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${at + 1}`;
    return {
      id: chance.idAt(now),
      slug,
      name,
      purpose: `For everyone who works on ${topic.toLowerCase()}.`,
      created_at: now,
    };
  });
  await insertAll(em, 'group', groups);
  const others = groups.map(({ id }) => ({ groupId: id, strandId: null }));
  return [...strands, ...others].map((place) => ({ ...place, members: [] }));
}

async function keepStrands(em: EntityManager, chance: Chance, now: Date): Promise<void> {
  const there = await rows(em, sql`select 1 from strand limit 1`);
  if (there.length > 0) return;
  const homes = known.strands.map(({ slug, name, purpose }) => ({
    id: chance.idAt(now),
    slug,
    name,
    purpose,
    created_at: now,
  }));
  await insertAll(em, 'group', homes);
  await insertAll(
    em,
    'strand',
    homes.map(({ id, slug, name, purpose }, at) => ({
      ...{ id: chance.idAt(now), slug, name, purpose, position: at + 1, home_group_id: id },
    })),
  );
}

/** Everyone joins a strand or more and some groups, and is noted among their members. */
export function* membershipRows(
  chance: Chance,
  places: readonly Place[],
  people: readonly BulkPerson[],
  now: Date,
): Generator<Row> {
  const strands = places.filter(({ strandId }) => strandId);
  const groups = places.filter(({ strandId }) => !strandId);
  for (const [at, person] of people.entries()) {
    const joined = [...chance.some(strands, chance.between(1, 3)), ...chance.some(groups, chance.upTo(4))];
    for (const place of joined) {
      place.members.push(person);
      const role = place.members.length === 1 ? 'LEAD' : 'MEMBER';
      yield {
        id: chance.idAt(now),
        group_id: place.groupId,
        person_id: person.id,
        state: 'ACTIVE',
        role,
        since: now,
      };
    }
    // Nobody talks in an empty group.
    if (at < groups.length) yield* firstOf(chance, groups[at], person, now);
  }
}

function* firstOf(chance: Chance, place: Place | undefined, person: BulkPerson, now: Date): Generator<Row> {
  if (!place || place.members.includes(person)) return;
  place.members.push(person);
  yield {
    id: chance.idAt(now),
    group_id: place.groupId,
    person_id: person.id,
    state: 'ACTIVE',
    role: 'MEMBER',
    since: now,
  };
}

/** What groups say of themselves is counted, so that it is right beside a demo too. */
export async function recount(em: EntityManager): Promise<void> {
  await rows(
    em,
    sql`
    update "group" g set
      member_count = (select count(*) from membership m where m.group_id = g.id and m.state = 'ACTIVE'),
      discussion_count = (select count(*) from discussion d where d.group_id = g.id)`,
  );
}
