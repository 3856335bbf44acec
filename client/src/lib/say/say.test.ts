import { afterEach, describe, expect, test } from 'vitest';
import { directionOf, preferredOf, type Language } from './languages.ts';
import { hearLanguageFrom } from './locale.ts';
import { isolated, one, plural } from './say.ts';

let language: Language = 'en';
hearLanguageFrom(() => language);
afterEach(() => (language = 'en'));

test('each request is answered in its own language', () => {
  language = 'fr';
  expect(one('Post', 'Publier', 'نشر')).toBe('Publier');
  language = 'ar';
  expect(one('Post', 'Publier', 'نشر')).toBe('نشر');
});

test('Arabic counts in six ways', () => {
  language = 'ar';
  const forms = { zero: '0', one: '1', two: '2', few: 'few', many: 'many', other: 'other' };
  expect([0, 1, 2, 3, 11, 100].map((count) => plural(count, forms))).toEqual(Object.values(forms));
});

describe('a name that runs the other way', () => {
  test('does not turn an English sentence around', () => {
    expect(`Reply by ${isolated('هناء')}.`).toBe('Reply by \u2068هناء\u2069.');
    expect(isolated('Hana')).toBe('Hana');
  });

  test('is fenced in Arabic whatever its script', () => {
    language = 'ar';
    expect(isolated('Hana')).toBe('\u2068Hana\u2069');
  });
});

test('numbers have the digits that number our replies', () => {
  language = 'ar';
  expect(isolated(1234)).toMatch(/^1.234$/);
});

describe('what a browser asks for', () => {
  test.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de,ar;q=0.5,en;q=0.7', 'en'],
    ['AR-eg', 'ar'],
    ['sw', 'en'],
    ['fr;q=0, ar;q=0.1', 'ar'],
    [';;q=x,,', 'en'],
    [null, 'en'],
  ])('%s is answered in %s', (header, expected) => {
    expect(preferredOf(header)).toBe(expected);
  });
});

test('Arabic is written from the right', () => {
  expect(['en', 'fr', 'ar'].map((each) => directionOf(each as Language))).toEqual(['ltr', 'ltr', 'rtl']);
});
