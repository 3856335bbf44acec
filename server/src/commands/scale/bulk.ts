import { fillContributionKinds } from '../../people/contribution-kind.ts';
import type { Database, EntityManager } from '../../platform/database.ts';
import { actAlone } from '../../platform/own-act.ts';
import { rows, sql } from '../../platform/sql.ts';
import { benchPeople } from './bench-people.ts';
import { Chance } from './chance.ts';
import { insertAll, type Row } from './insert.ts';
import { bulkPeople, profileRows } from './people.ts';
import { bulkPlaces, membershipRows, recount, type Place } from './places.ts';
import { bulkProgrammes } from './programmes.ts';
import { bulkRequests, type BulkRequest } from './requests.ts';
import { bulkAnswers } from './responses.ts';
import { discussionRows, openingsOf, planTalk, readMarkRows, replyRows } from './talk.ts';
import { Writing } from './writing.ts';

export interface BulkSize {
  people: number;
  discussions: number;
  replies: number;
  requests: number;
  groups: number;
  /** How many of the replies stand in one long discussion. */
  long: number;
}

export function sizeOf(scale: number): BulkSize {
  return {
    ...{ people: 200 * scale, discussions: 200 * scale, replies: 4_000 * scale, requests: 30 * scale },
    ...{ groups: Math.ceil(8 * Math.sqrt(scale)), long: scale > 1 ? 20_000 : 0 },
  };
}

/** A community of that size, whole or not at all. `tell` hears how it gets on. */
export async function seedScale(
  orm: Database,
  size: BulkSize,
  tell: (line: string) => void,
  now: Date = new Date(),
): Promise<void> {
  await actAlone({ orm, committed: () => {} }, async (em) => {
    const chance = new Chance(size.people);
    const put = async (table: string, given: Iterable<Row>) =>
      tell(`${table}: ${await insertAll(em, table, given)}`);
    await fillContributionKinds(em);

    const people = bulkPeople(chance, size.people, now);
    await put(
      'person',
      people.map(({ row }) => row),
    );
    for (const [table, given] of profileRows(chance, people, now)) await put(table, given);
    const places = await bulkPlaces(em, chance, size.groups, now);
    await put('membership', membershipRows(chance, places, people, now));
    await talk(chance, places, size, put, now);

    const staff = people.filter(({ isStaff }) => isStaff);
    const requests = bulkRequests(chance, await bulkProgrammes(em, chance, staff, now), size.requests, now);
    await put(
      'request',
      requests.map(({ row }) => row),
    );
    await put(
      'request_move',
      requests.flatMap(({ moves }) => moves),
    );
    await put(
      'criterion',
      requests.flatMap(({ criteria }) => criteria),
    );
    await put('request_strand', strandsOf(chance, requests, places));
    for (const [table, given] of Object.entries(bulkAnswers(chance, requests, people)))
      await put(table, given as Row[]);

    await benchPeople(em, chance, now);
    await recount(em);
  });
  await analyse(orm.em.fork());
}

type Put = (table: string, given: Iterable<Row>) => Promise<void>;

async function talk(
  chance: Chance,
  places: readonly Place[],
  size: BulkSize,
  put: Put,
  now: Date,
): Promise<void> {
  const writing = new Writing(chance);
  const plans = planTalk(chance, places, size, now);
  const openings = openingsOf(chance, writing, plans);
  await put('discussion', discussionRows(plans, openings));
  await put('reply', replyRows(chance, writing, plans, openings));
  const [home] = places;
  const read = plans.filter(({ place }) => place === home);
  await put('read_mark', readMarkRows(chance, read, home?.members.map(({ id }) => id) ?? [], now));
}

function strandsOf(chance: Chance, requests: readonly BulkRequest[], places: readonly Place[]): Row[] {
  const strands = places.flatMap(({ strandId }) => strandId ?? []);
  return requests.flatMap(({ id }) =>
    chance.some(strands, chance.between(1, 2)).map((strand_id) => ({ request_id: id, strand_id })),
  );
}

/** So that the first reader does not wait for the database to learn how much there is. */
async function analyse(em: EntityManager): Promise<void> {
  await rows(em, sql`analyze`);
}
