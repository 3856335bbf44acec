import { expect, test } from 'vitest';
import { nextPath, withNext } from './next.ts';

const asked = (next: string) => new URL(`https://hub.example/sign-in?next=${encodeURIComponent(next)}`);

test('a path of the hub is kept whole', () => {
  expect(nextPath(asked('/discussions/1/oxygen?page=2#reply-30'))).toBe(
    '/discussions/1/oxygen?page=2#reply-30',
  );
});

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/.//elsewhere.example',
  '/x/..//elsewhere.example',
  'javascript:alert(1)',
  '/\t/elsewhere.example',
  '',
])('%j leads home', (next) => {
  expect(nextPath(asked(next))).toBe('/');
});

test('the question is carried on only where it leads somewhere', () => {
  expect(withNext('/sign-up', asked('/strands'))).toBe('/sign-up?next=%2Fstrands');
  expect(withNext('/sign-up', asked('//elsewhere.example'))).toBe('/sign-up');
});
