import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { whyNotTheseDays } from './availability.mutations.ts';
import { earliestToday, yearsFrom } from './days.ts';
import { readItems } from './expertise.mutations.ts';
import { ExpertiseLevel } from './expertise.ts';
import { languageName, languageTag } from './languages.ts';
import { whyNotChangeRole, whyNotSuspend, whyNotVerify } from './person.policy.ts';
import { Person, Role } from './person.ts';
import { countryCode, timeZoneName } from './places.ts';
import { shownLevels } from './profile.policy.ts';
import { Profile, RegistrationStatus } from './profile.ts';
import { ProfileField, Visibility } from './visibility.ts';

const person = (role = Role.MEMBER) => Object.assign(new Person('Pemba', 'p@example.org', 'pemba'), { role });

describe('a tag, a country and a zone', () => {
  test('come back in their usual form', () => {
    expect(['EN-gb', 'zh-hant-tw', ' kri ', 'iw', 'nyn'].map(languageTag)).toEqual([
      'en-GB',
      'zh-Hant-TW',
      'kri',
      'he',
      'nyn',
    ]);
    expect(['gb', ' SL ', 'TW', 'PS', 'XK'].map(countryCode)).toEqual(['GB', 'SL', 'TW', 'PS', 'XK']);
    expect(timeZoneName('africa/kampala')).toBe('Africa/Kampala');
    expect([languageName('kri'), languageName('not a tag')]).toEqual(['Krio', 'not a tag']);
  });

  test('that do not exist are nothing', () => {
    for (const tag of [
      '',
      'x',
      'xx',
      'english',
      'en_GB',
      'und',
      'mul',
      'qaa',
      'x-klingon',
      '-',
      'en-',
      `en-x-${'a'.repeat(40)}`,
    ])
      expect([tag, languageTag(tag)]).toEqual([tag, null]);
    for (const code of ['', 'ZZ', 'GBR', '826', 'G', 'UK'])
      expect([code, countryCode(code)]).toEqual([code, null]);
    for (const zone of ['', 'Mars/Olympus', '+05:30', '-00:00', 'Europe/Lon don'])
      expect([zone, timeZoneName(zone)]).toEqual([zone, null]);
  });
});

describe('a day', () => {
  test('has passed only once it is over everywhere', () => {
    expect(earliestToday(new Date('2026-11-22T11:59:00Z'))).toBe('2026-11-21');
    expect(earliestToday(new Date('2026-11-22T12:00:00Z'))).toBe('2026-11-22');
    expect(yearsFrom('2026-11-22', -10)).toBe('2016-11-22');
  });

  test('of a window may be today, not yesterday, nor in another order', () => {
    const today = '2026-11-22';
    const codes = (from: string, to: string, pausedUntil: string | null = null) =>
      whyNotTheseDays({ windows: [{ from, to }], pausedUntil }, today).map(({ code }) => code);

    expect(codes(today, today, today)).toEqual([]);
    expect(codes('2026-11-20', '2026-11-21', '2026-11-21')).toEqual(['IN_THE_PAST', 'IN_THE_PAST']);
    expect(codes('2026-11-24', '2026-11-23')).toEqual(['WRONG_ORDER']);
    expect(codes(today, '2036-11-23', '2036-11-23')).toEqual(['OUT_OF_RANGE', 'OUT_OF_RANGE']);
  });
});

test('years of expertise lie between nothing and a working life', () => {
  const item = { name: 'Oxygen', level: ExpertiseLevel.WORKING };
  const problems = (years: number | null, lastUsed: number | null) =>
    readItems([{ ...item, years, lastUsed }], 2026).problems.filter(Boolean).length;

  expect([problems(0, 2026), problems(80, 1946), problems(null, null)]).toEqual([0, 0, 0]);
  expect([problems(-1, 2027), problems(81, 1945)]).toEqual([2, 2]);
});

describe('a registration', () => {
  test('is as sure as who said it last', () => {
    const profile = new Profile(person());
    expect(profile.vouch(true)).toBe(false);

    profile.registerWith('GMC');
    expect(profile.registrationStatus).toBe(RegistrationStatus.SELF_DECLARED);
    expect([profile.vouch(true), profile.vouch(true)]).toEqual([true, false]);
    profile.registerWith('GMC');
    expect(profile.registrationStatus).toBe(RegistrationStatus.VERIFIED);
    profile.registerWith('NMC');
    expect(profile.registrationStatus).toBe(RegistrationStatus.SELF_DECLARED);
    profile.registerWith(null);
    expect(profile.registrationStatus).toBeNull();
  });
});

describe('who may', () => {
  test('see a field, by the choice of its owner', () => {
    const { PUBLIC, MEMBERS, STAFF } = Visibility;
    expect(shownLevels(null)).toEqual([PUBLIC]);
    expect(shownLevels(person())).toEqual([PUBLIC, MEMBERS]);
    for (const onlooker of [person(Role.STAFF), person(Role.ADMIN), 'MATCHING'] as const)
      expect(shownLevels(onlooker)).toEqual([PUBLIC, MEMBERS, STAFF]);
  });

  test('choose: only what differs from the default is kept', () => {
    const profile = new Profile(person());
    profile.show([
      { field: ProfileField.ABOUT, visibility: Visibility.HIDDEN },
      { field: ProfileField.COUNTRY, visibility: Visibility.MEMBERS },
    ]);
    expect(profile.visibility).toEqual({ ABOUT: 'HIDDEN' });
    profile.show([{ field: ProfileField.ABOUT, visibility: Visibility.MEMBERS }]);
    expect(profile.visibility).toEqual({});
  });

  test('verify, change a role and suspend: never oneself', () => {
    const [member, staff, admin] = [person(), person(Role.STAFF), person(Role.ADMIN)];
    const codes = (by: Person | null, whom: Person) =>
      [whyNotVerify, whyNotChangeRole, whyNotSuspend].map((why) => why(by, whom)?.code ?? 'OK');

    for (const by of [null, member])
      expect(codes(by, staff)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(codes(staff, member)).toEqual(['OK', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(codes(admin, staff)).toEqual(['OK', 'OK', 'OK']);
    expect(codes(admin, admin)).toEqual(['SELF', 'SELF', 'SELF']);
  });
});
