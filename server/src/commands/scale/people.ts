import type { Chance } from './chance.ts';
import type { Row } from './insert.ts';
import { ABOUT, EVIDENCE } from './sentences.ts';
import {
  CONTRIBUTIONS,
  COUNTRIES,
  EMPLOYERS,
  EXPERTISE,
  FAMILY_NAMES,
  GIVEN_NAMES,
  LANGUAGES,
  PLACES,
  PROFESSIONS,
  ZONES,
} from './words.ts';
import { fill } from './writing.ts';

export interface BulkPerson {
  id: string;
  row: Row;
  isStaff: boolean;
  isVerified: boolean;
  offers: string[];
}

const DAY_MS = 86_400_000;
const YEARS_DAYS = 700;

/** People who joined over the last two years. One in a hundred works for the programmes. */
export function bulkPeople(chance: Chance, count: number, now: Date): BulkPerson[] {
  return Array.from({ length: count }, (_, at) => {
    const joinedAt = new Date(now.getTime() - Math.floor((YEARS_DAYS * DAY_MS * (count - at)) / count));
    const name = `${chance.pick(GIVEN_NAMES)} ${chance.pick(FAMILY_NAMES)}`;
    const handle = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${1_000 + at}`;
    const isStaff = at % 100 < 1 || at < 4;
    const isVerified = isStaff || chance.isIn(85);
    const id = chance.idAt(joinedAt);
    const row = {
      ...{ id, display_name: name, email: `${handle}@example.org`, email_verified: true, handle },
      ...{ role: isStaff ? 'STAFF' : 'MEMBER', verified_at: isVerified ? joinedAt : null },
      ...{
        time_zone: chance.pick(ZONES),
        version: 1,
        created_at: joinedAt,
        updated_at: joinedAt,
      },
    };
    return { id, row, isStaff, isVerified, offers: chance.some(CONTRIBUTIONS, chance.between(2, 5)) };
  });
}

/** The rows of everybody's profile, by table, each made when it is asked for. */
export function profileRows(
  chance: Chance,
  people: readonly BulkPerson[],
  now: Date,
): [table: string, rows: Iterable<Row>][] {
  const each = function* (write: (person: BulkPerson) => Row[]): Generator<Row> {
    for (const person of people) yield* write(person);
  };
  return [
    ['profile', each((person) => [profileOf(chance, person)])],
    ['expertise', each((person) => expertiseOf(chance, person, now))],
    ['language_skill', each((person) => languagesOf(chance, person, now))],
    ['country_experience', each((person) => countriesOf(chance, person, now))],
    ['availability_window', each((person) => windowsOf(chance, person, now))],
  ];
}

function profileOf(chance: Chance, { id, offers, isVerified }: BulkPerson): Row {
  const [profession, regulator] = chance.pick(PROFESSIONS);
  const place = chance.pick(PLACES);
  return {
    ...{
      person_id: id,
      headline: `${profession}, ${place}`,
      profession,
      place,
      country: chance.pick(COUNTRIES),
    },
    ...{ about: chance.some(ABOUT, 3).join(' '), organisation: `${place} ${chance.pick(EMPLOYERS)}` },
    ...{
      specialties: chance.some(EXPERTISE, 2),
      contribution_types: offers,
      hours_a_month: chance.between(2, 12),
    },
    ...{
      load_cap: chance.between(1, 4),
      open_to_matching: chance.isIn(80),
      visibility: {},
      version: 1,
      regulator,
    },
    registration_status: regulator && (isVerified ? 'VERIFIED' : 'SELF_DECLARED'),
  };
}

const LEVELS = ['LEARNING', 'WORKING', 'WORKING', 'EXPERIENCED', 'EXPERIENCED', 'LEADING'];

function expertiseOf(chance: Chance, person: BulkPerson, now: Date): Row[] {
  return chance.some(EXPERTISE, chance.between(2, 5)).map((name, at) => ({
    ...{ id: chance.idAt(now), person_id: person.id, position: at + 1, name, level: chance.pick(LEVELS) },
    ...{ years: chance.between(1, 25), last_used: now.getUTCFullYear() - chance.upTo(4) },
    evidence: fill(chance.pick(EVIDENCE), chance),
  }));
}

const FRAMEWORK = ['A2', 'B1', 'B2', 'C1', 'NATIVE'];

function languagesOf(chance: Chance, person: BulkPerson, now: Date): Row[] {
  return ['en', ...chance.some(LANGUAGES, chance.upTo(3))].map((tag, at) => {
    const level = at === 0 ? 'C2' : chance.pick(FRAMEWORK);
    return {
      id: chance.idAt(now),
      person_id: person.id,
      position: at + 1,
      tag,
      speaking: level,
      reading: level,
      writing: level,
    };
  });
}

function countriesOf(chance: Chance, person: BulkPerson, now: Date): Row[] {
  return chance.some(COUNTRIES, chance.upTo(4)).map((country, at) => ({
    ...{ id: chance.idAt(now), person_id: person.id, position: at + 1, country, role: 'Visiting colleague' },
    ...{ months: chance.between(1, 60), last_year: now.getUTCFullYear() - chance.upTo(10) },
  }));
}

function windowsOf(chance: Chance, person: BulkPerson, now: Date): Row[] {
  const from = chance.upTo(30) - 10;
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return [
    {
      id: chance.idAt(now),
      person_id: person.id,
      from_day: day(from),
      to_day: day(from + chance.between(30, 200)),
    },
  ];
}
