import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { Expertise, ExpertiseLevel } from './expertise.ts';
import { LanguageLevel, LanguageSkill } from './language-skill.ts';
import { Person } from './person.ts';
import { Profile } from './profile.ts';
import { ProfileField, Visibility } from './visibility.ts';

const PROFILE = `profile { headline about profession organisation country place specialties expertise { name evidence }
  languages { tag } countryExperience { country } contributionTypes availability { from } hoursAMonth loadCap pausedUntil
  openToMatching regulator registrationStatus email timeZone isSuspended fieldVisibility { field visibility }
  completeness { task done } version }`;
const PEOPLE = `query ($first: Int!, $search: String, $profession: String, $country: String, $language: String, $contributionType: String) {
  people(first: $first, search: $search, profession: $profession, country: $country, language: $language, contributionType: $contributionType) {
    edges { node { id displayName handle ${PROFILE} } } } }`;
const PERSON = `query ($handle: String!) { person(handle: $handle) { id displayName ${PROFILE} } }`;
const SHOW = `mutation ($input: EditVisibilityInput!) { editVisibility(input: $input) {
  ... on EditVisibilityPayload { profile { version fieldVisibility { field visibility } } } ${PROBLEMS} } }`;

/** A word that stands nowhere else, in every text of Meera's profile and in her address. */
const CANARY = 'zanzibirdo';

async function withCanary(visibility: Visibility): Promise<Cast> {
  const all = await cast();
  const em = (await hub()).orm.em.fork();
  const person = await em.findOneOrFail(Person, { id: all.meera.id });
  person.email = `${CANARY}@example.org`;
  const profile = Object.assign(new Profile(person), {
    headline: CANARY,
    about: CANARY,
    profession: CANARY,
    organisation: CANARY,
    country: 'SL',
    place: CANARY,
    specialties: [CANARY],
    contributionTypes: ['HOST'],
    regulator: CANARY,
  });
  profile.show(Object.values(ProfileField).map((field) => ({ field, visibility })));
  const item = { name: CANARY, level: ExpertiseLevel.LEADING, years: 1, lastUsed: 2026, evidence: CANARY };
  const wolof = { tag: 'wo-SN', speaking: LanguageLevel.C1, reading: null, writing: null };
  em.persist([profile, new Expertise(person, 1, item), new LanguageSkill(person, 1, wolof)]);
  await em.flush();
  return all;
}

const everyWay = [
  { search: CANARY },
  { search: CANARY.slice(2, 7) },
  { profession: CANARY },
  { country: 'SL' },
  { language: 'wo' },
  { contributionType: 'HOST' },
];

async function ways(person: Person | null): Promise<boolean[]> {
  const found = [];
  for (const sought of everyWay) {
    const { people } = await as(person).run(PEOPLE, { first: 20, ...sought });
    found.push(Number((people as unknown as { edges: unknown[] }).edges.length) > 0);
  }
  return found;
}

const none = everyWay.map(() => false);
const each = everyWay.map(() => true);

describe('a hidden field', () => {
  test.each([
    [Visibility.PUBLIC, { visitor: true, member: true, staff: true }],
    [Visibility.MEMBERS, { visitor: false, member: true, staff: true }],
    [Visibility.STAFF, { visitor: false, member: false, staff: true }],
    [Visibility.HIDDEN, { visitor: false, member: false, staff: false }],
  ])('shown to %s is read and found by them, and by nobody else', async (visibility, sees) => {
    const { tendo, hana, meera } = await withCanary(visibility);

    for (const [who, shown] of [
      [null, sees.visitor],
      [tendo, sees.member],
      [hana, sees.staff],
      [meera, true],
    ] as const) {
      expect(await ways(who)).toEqual(shown ? each : none);
      const page = JSON.stringify(await as(who).run(PEOPLE, { first: 100 }));
      const { length } = page.split(CANARY.slice(1));
      // Nine texts; the address besides, for the owner and staff.
      const texts = shown ? 9 : 0;
      const address = who === hana || who === meera ? 1 : 0;
      expect(length - 1).toBe(texts + address);
    }
  });

  test('is chosen by the owner, who alone is told of the choice', async () => {
    const { tendo, hana, meera } = await withCanary(Visibility.MEMBERS);

    const { profile } = await as(meera).send(SHOW, {
      version: 0,
      fields: [{ field: 'ORGANISATION', visibility: 'HIDDEN' }],
    });

    expect(profile?.fieldVisibility).toContainEqual({ field: 'ORGANISATION', visibility: 'HIDDEN' });
    expect(profile?.fieldVisibility).toContainEqual({ field: 'HEADLINE', visibility: 'MEMBERS' });
    for (const other of [tendo, hana]) {
      const { person } = await as(other).run(PERSON, { handle: meera.handle });
      expect(person).toMatchObject({
        profile: { organisation: null, headline: CANARY, fieldVisibility: null, completeness: [] },
      });
    }
  });
});

test('nobody’s address is in any answer to others, and no wildcard or zero byte finds it', async () => {
  const { tendo, meera } = await withCanary(Visibility.MEMBERS);

  for (const search of ['%', '_', '\\', '\u0000', '\ud800', 'example.org', 'meera@example.org']) {
    const answer = JSON.stringify(await as(tendo).run(PEOPLE, { first: 100, search }));
    expect(answer).toBe('{"people":{"edges":[]}}');
  }
  const all = JSON.stringify(await as(tendo).run(PEOPLE, { first: 100 }));
  expect(all.match(/[\w-]+@example\.org/g)).toEqual(['tendo@example.org']);
  const one = JSON.stringify(await as(tendo).run(PERSON, { handle: meera.handle }));
  expect(one).not.toContain('@');
});

test('visitors know only of those who show something to everybody', async () => {
  const { meera } = await withCanary(Visibility.PUBLIC);

  const { people } = await as(null).run(PEOPLE, { first: 100 });

  expect(people).toMatchObject({ edges: [{ node: { displayName: 'Meera Vallathur' } }] });
  expect(await as(null).run(PERSON, { handle: meera.handle })).toMatchObject({ person: { id: meera.id } });
  await expect(as(null).run(PERSON, { handle: 'tendo-balikuza' })).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
});

test('a page of people and one person take one statement each, whatever their number', async () => {
  const { tendo, meera } = await withCanary(Visibility.MEMBERS);
  const em = (await hub()).orm.em.fork();
  for (let at = 0; at < 20; at++)
    em.persist(new Person(`Extra ${at}`, `extra-${at}@example.org`, `extra-${at}`));
  await em.flush();
  await as(tendo).run(PEOPLE, { first: 1 });

  const one = await statementsOf(() => as(tendo).run(PEOPLE, { first: 1 }));
  const twenty = await statementsOf(() => as(tendo).run(PEOPLE, { first: 20 }));
  const person = await statementsOf(() => as(tendo).run(PERSON, { handle: meera.handle }));

  expect([one.length, twenty.length, person.length]).toEqual([1, 1, 1]);
});

test('a list of people goes on where it stopped, also between namesakes', async () => {
  const { tendo } = await cast();
  const em = (await hub()).orm.em.fork();
  for (const at of [1, 2, 3]) em.persist(new Person('Meera Vallathur', `m${at}@example.org`, `meera-${at}`));
  await em.flush();
  const page = `query ($after: String) { people(first: 3, after: $after) { edges { node { id displayName } } pageInfo { hasNextPage endCursor } } }`;

  const seen: { id: string; displayName: string }[] = [];
  for (let after: unknown = null, more = true; more;) {
    const { people } = (await as(tendo).run(page, { after })) as unknown as {
      people: {
        edges: { node: (typeof seen)[number] }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    seen.push(...people.edges.map(({ node }) => node));
    after = people.pageInfo.endCursor;
    more = people.pageInfo.hasNextPage;
  }

  expect(new Set(seen.map(({ id }) => id)).size).toBe(10);
  expect(seen).toHaveLength(10);
});

test('what is counted is what is listed: nothing hidden can be found by counting', async () => {
  const count = `query ($search: String) { peopleCount(search: $search) people(first: 100, search: $search) { edges { node { id } } } }`;
  for (const visibility of Object.values(Visibility)) {
    const { tendo, hana, meera } = await withCanary(visibility);
    for (const who of [null, tendo, hana, meera]) {
      const { peopleCount, people } = await as(who).run(count, { search: CANARY });
      expect(peopleCount, `${visibility} to ${who?.displayName}`).toBe(
        (people?.edges as unknown as unknown[]).length,
      );
    }
  }
});

test('the clock of a person is told with their country', async () => {
  const { tendo, hana, meera } = await withCanary(Visibility.HIDDEN);
  const clock = 'query ($handle: String!) { person(handle: $handle) { profile { timeZone } } }';
  const zoneFor = async (who: Person) =>
    (await as(who).run(clock, { handle: meera.handle })).person?.profile?.timeZone;

  expect([await zoneFor(tendo), await zoneFor(hana), await zoneFor(meera)]).toEqual([null, 'UTC', 'UTC']);
  await withCanary(Visibility.MEMBERS);
  expect(await zoneFor(tendo)).toBe('UTC');
});
