import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { edit } from '../../test/profiles.ts';
import { refusals } from '../../test/requests.ts';

const ABOUT = edit('editAbout', 'headline about country place timeZone');

const EXPERTISE = edit('editExpertise', 'specialties expertise { name level years lastUsed evidence }');

const LANGUAGES = edit(
  'editLanguages',
  'languages { tag name speaking reading } countryExperience { country name role months lastYear }',
);

describe('writing about oneself', () => {
  test('keeps what is written, and takes blank texts out', async () => {
    const { tendo } = await cast();

    const first = await as(tendo).send(ABOUT, {
      version: 0,
      headline: 'Nurse educator',
      about: 'First line.\nSecond line.',
      country: 'ug',
      place: 'Mbarara',
      timeZone: 'Africa/Kampala',
    });
    const second = await as(tendo).send(ABOUT, { version: 1, headline: ' ', about: 'Only this.' });

    expect(first.profile).toMatchObject({
      version: 1,
      headline: 'Nurse educator',
      about: 'First line.\nSecond line.',
      country: 'UG',
      timeZone: 'Africa/Kampala',
    });
    expect(second.profile).toMatchObject({
      version: 2,
      headline: null,
      country: null,
      timeZone: 'Africa/Kampala',
    });
  });

  test('refuses everything wrong at once, each at its field', async () => {
    const { tendo } = await cast();

    const refused = await as(tendo).send(ABOUT, {
      version: 7,
      headline: 'x'.repeat(121),
      about: 'Seen today: 999 000 0018',
      profession: 'zero\u200bwidth',
      country: 'XX',
      timeZone: 'Mars/Olympus',
    });

    expect(refusals(refused)).toEqual([
      'version STALE',
      'headline TOO_LONG',
      'about PATIENT_DATA',
      'profession NOT_ALLOWED_CHARACTERS',
      'country NOT_VALID',
      'timeZone NOT_VALID',
    ]);
    const offset = await as(tendo).send(ABOUT, { version: 0, country: 'GBR', timeZone: '+05:30' });
    expect(refusals(offset)).toEqual(['country NOT_VALID', 'timeZone NOT_VALID']);
  });

  test('written twice against one version is refused the second time', async () => {
    const { tendo } = await cast();
    const send = (headline: string) => as(tendo).send(ABOUT, { version: 0, headline });

    const answers = await Promise.all([send('One'), send('Other')]);

    expect(answers.filter(({ profile }) => profile)).toHaveLength(1);
    expect(refusals(answers.find(({ problems }) => problems) ?? answers[0])).toEqual(['version STALE']);
  });

  test('has no door for visitors', async () => {
    await cast();
    await expect(as(null).send(ABOUT, { version: 0 })).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});

describe('writing what one knows', () => {
  test('puts the new list in the place of the old, in its order', async () => {
    const { tendo } = await cast();
    const item = (name: string) => ({ name, level: 'EXPERIENCED', years: 9 });
    await as(tendo).send(EXPERTISE, {
      version: 0,
      items: [item('Simulation'), item('OSCE')],
      specialties: ['Nursing'],
    });

    const { profile } = await as(tendo).send(EXPERTISE, {
      version: 1,
      items: [item('Drills'), item('Simulation')],
      specialties: ['Obstetrics', ' '],
    });

    expect(profile).toMatchObject({
      specialties: ['Obstetrics'],
      expertise: [
        { name: 'Drills', evidence: null },
        { name: 'Simulation', years: 9, lastUsed: null },
      ],
    });
  });

  test('refuses negative and future years, blanks, twins and floods', async () => {
    const { tendo } = await cast();
    const item = { name: 'Oxygen', level: 'WORKING' };

    const refused = await as(tendo).send(EXPERTISE, {
      version: 0,
      items: [
        { ...item, years: -1, lastUsed: 2999 },
        { ...item, name: ' ' },
        { ...item, name: 'oxygen' },
      ],
      specialties: ['Safe surgery', 'safe surgery'],
    });
    const flood = await as(tendo).send(EXPERTISE, {
      version: 0,
      items: Array.from({ length: 21 }, (_, at) => ({ ...item, name: `Thing ${at}` })),
      specialties: Array.from({ length: 21 }, (_, at) => `Specialty ${at}`),
    });

    expect(refusals(refused)).toEqual([
      'items.0.years OUT_OF_RANGE',
      'items.0.lastUsed OUT_OF_RANGE',
      'items.1.name BLANK',
      'items.2.name NOT_VALID',
      'specialties.1 NOT_VALID',
    ]);
    expect(refusals(flood)).toEqual(['items TOO_MANY', 'specialties TOO_MANY']);
  });
});

describe('writing one’s languages and countries', () => {
  test('keeps tags and codes in their usual form, with their names', async () => {
    const { tendo } = await cast();

    const { profile } = await as(tendo).send(LANGUAGES, {
      version: 0,
      languages: [
        { tag: 'PT-br', speaking: 'C1' },
        { tag: 'nyn', speaking: 'NATIVE', reading: 'NATIVE' },
      ],
      countryExperience: [{ country: 'sl', role: 'Trainer', months: 5, lastYear: 2024 }],
    });

    expect(profile).toMatchObject({
      languages: [
        { tag: 'pt-BR', name: 'Brazilian Portuguese', speaking: 'C1', reading: null },
        { tag: 'nyn', name: 'Nyankole' },
      ],
      countryExperience: [
        { country: 'SL', name: 'Sierra Leone', role: 'Trainer', months: 5, lastYear: 2024 },
      ],
    });
  });

  test('refuses what is no language, no country, no level and no time', async () => {
    const { tendo } = await cast();

    const refused = await as(tendo).send(LANGUAGES, {
      version: 0,
      languages: [
        { tag: 'not a tag', speaking: 'A1' },
        { tag: 'xx', speaking: 'A1' },
        { tag: 'und', speaking: 'A1' },
        { tag: 'fr' },
        { tag: 'FR', reading: 'B1' },
      ],
      countryExperience: [{ country: 'ZZ', months: -3, lastYear: 2999 }],
    });

    expect(refusals(refused)).toEqual([
      'languages.0.tag NOT_VALID',
      'languages.1.tag NOT_VALID',
      'languages.2.tag NOT_VALID',
      'languages.3.speaking BLANK',
      'languages.4.tag NOT_VALID',
      'countryExperience.0.country NOT_VALID',
      'countryExperience.0.months OUT_OF_RANGE',
      'countryExperience.0.lastYear OUT_OF_RANGE',
    ]);
  });
});
