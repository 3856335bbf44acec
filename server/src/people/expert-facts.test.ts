import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { AvailabilityWindow } from './availability-window.ts';
import { CountryExperience } from './country-experience.ts';
import { expertFacts } from './expert-facts.ts';
import { Expertise, ExpertiseLevel } from './expertise.ts';
import { LanguageLevel, LanguageSkill } from './language-skill.ts';
import { Person } from './person.ts';
import { Profile } from './profile.ts';
import { ProfileField, Visibility } from './visibility.ts';

const { C1, B2 } = LanguageLevel;

/** Meera with something in every part of her profile. */
async function fullProfile() {
  const all = await cast();
  const em = (await hub()).orm.em.fork();
  const person = await em.findOneOrFail(Person, { id: all.meera.id });
  const profile = Object.assign(new Profile(person), {
    about: 'I keep rotas honest.',
    profession: 'Workforce planner',
    organisation: 'Invented Trust',
    country: 'GB',
    specialties: ['Rota design'],
    contributionTypes: ['ADVISE', 'TEACH'],
    hoursAMonth: 6,
    loadCap: 2,
    pausedUntil: '2027-01-31',
    openToMatching: true,
  });
  profile.registerWith('GMC');
  em.persist([
    profile,
    new Expertise(person, 1, {
      name: 'Workforce planning',
      level: ExpertiseLevel.LEADING,
      years: 9,
      lastUsed: 2026,
      evidence: 'Planned two hospitals.',
    }),
    new Expertise(person, 2, {
      name: 'Rostering',
      level: ExpertiseLevel.WORKING,
      years: null,
      lastUsed: null,
      evidence: null,
    }),
    new LanguageSkill(person, 1, { tag: 'ml', speaking: C1, reading: B2, writing: null }),
    new CountryExperience(person, 1, { country: 'IN', role: 'Planner', months: 14, lastYear: 2024 }),
    new AvailabilityWindow(person, { from: '2026-12-01', to: '2027-06-30' }),
  ]);
  await em.flush();
  return { ...all, em, profile };
}

describe('the facts matching reads', () => {
  test('hold everything of a profile, in its order', async () => {
    const { em, meera } = await fullProfile();

    expect(await expertFacts(em, [meera.id])).toEqual([
      {
        id: meera.id,
        displayName: 'Meera Vallathur',
        profession: 'Workforce planner',
        specialties: ['Rota design'],
        expertise: [
          expect.objectContaining({
            name: 'Workforce planning',
            level: 'LEADING',
            years: 9,
            lastUsed: 2026,
            evidence: 'Planned two hospitals.',
          }),
          expect.objectContaining({
            name: 'Rostering',
            level: 'WORKING',
            years: null,
            lastUsed: null,
            evidence: null,
          }),
        ],
        languages: [{ tag: 'ml', speaking: 'C1', reading: 'B2', writing: null }],
        countryExperience: [{ country: 'IN', role: 'Planner', months: 14, lastYear: 2024 }],
        baseCountry: 'GB',
        contributionTypes: ['ADVISE', 'TEACH'],
        availability: [{ from: '2026-12-01', to: '2027-06-30' }],
        hoursAMonth: 6,
        loadCap: 2,
        load: 0,
        asksLastYear: 0,
        lastEngagedAt: null,
        pausedUntil: '2027-01-31',
        isVerified: false,
        regulator: 'GMC',
        organisation: 'Invented Trust',
        openToMatching: true,
        about: 'I keep rotas honest.',
        evidenceTexts: [],
      },
    ]);
  });

  test('of someone who never wrote a profile are all at their defaults', async () => {
    const { em, tendo } = await fullProfile();

    const [facts] = await expertFacts(em, [tendo.id]);
    expect(facts).toMatchObject({
      about: '',
      expertise: [],
      specialties: [],
      openToMatching: false,
      loadCap: null,
    });
  });

  test('leave out what the person hides, yet keep the pause and the cap that protect them', async () => {
    const { em, meera, profile } = await fullProfile();
    const { STAFF, HIDDEN } = Visibility;
    profile.visibility = {
      [ProfileField.EXPERTISE]: HIDDEN,
      [ProfileField.AVAILABILITY]: HIDDEN,
      [ProfileField.LANGUAGES]: STAFF,
    };
    await em.flush();

    const [facts] = await expertFacts(em, [meera.id]);
    expect(facts).toMatchObject({ expertise: [], availability: [], hoursAMonth: null });
    expect(facts).toMatchObject({ loadCap: 2, pausedUntil: '2027-01-31', languages: [{ tag: 'ml' }] });
  });

  test('of all are of those with a profile who are not suspended, in one statement', async () => {
    const { em, meera, hana } = await fullProfile();
    const staff = await em.findOneOrFail(Person, { id: hana.id });
    em.persist(new Profile(staff));
    await em.flush();

    const statements = await statementsOf(async () => {
      const ids = (await expertFacts(em, 'all')).map(({ id }) => id);
      expect(ids).toEqual([meera.id, hana.id].sort());
    });
    expect(statements).toHaveLength(1);

    staff.suspendedAt = new Date();
    await em.flush();
    expect((await expertFacts(em, 'all')).map(({ id }) => id)).toEqual([meera.id]);
  });
});
