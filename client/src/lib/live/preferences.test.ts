import { expect, test } from 'vitest';
import { preferenceCookies, preferencesIn } from './preferences.ts';

test('without a choice pages are live, letters are letters, and counts are spoken', () => {
  expect(preferencesIn(null)).toEqual({ live: true, keys: false, announcements: 'count' });
  expect(preferencesIn('hub-live=perhaps; hub-keys=; hub-announce=loud; odd')).toEqual(preferencesIn(''));
});

test('a choice is read back as it was made', () => {
  const chosen = { live: false, keys: true, announcements: 'author' } as const;
  const header = preferenceCookies(chosen)
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');

  expect(preferencesIn(`a=b; ${header}`)).toEqual(chosen);
  expect(preferenceCookies({})).toEqual([]);
});
