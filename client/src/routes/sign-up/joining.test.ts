import { expect, test } from 'vitest';
import { addressOf, firstMissing, joiningIn } from './joining.ts';

const cookies = (value: string | undefined) => ({ cookies: { get: () => value } }) as never;

test('the first question without an answer is the one to go to', () => {
  const who = { displayName: 'Ngozi', timeZone: 'Africa/Lagos' };

  expect(firstMissing({})).toBe('');
  expect(firstMissing(who)).toBe('strands');
  // To choose no strand is an answer.
  expect(firstMissing({ ...who, groups: [] })).toBe('visibility');
  expect(firstMissing({ ...who, groups: [], visibility: 'MEMBERS' })).toBe('conduct');
  expect(firstMissing({ ...who, groups: [], visibility: 'MEMBERS', conduct: true })).toBe('account');
});

test('what a browser made up is read as nothing', () => {
  expect(joiningIn(cookies(undefined))).toEqual({});
  expect(joiningIn(cookies('{'))).toEqual({});
  expect(joiningIn(cookies('null'))).toEqual({});
  expect(joiningIn(cookies('{"displayName":7,"groups":[1,"a"],"conduct":"yes","password":"x"}'))).toEqual({
    groups: ['a'],
  });
});

test('where to go on is carried from question to question', () => {
  const url = new URL('https://hub.example/sign-up?next=%2Frequests');

  expect(addressOf('conduct', url)).toBe('/sign-up/conduct?next=%2Frequests');
});
