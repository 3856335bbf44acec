import { expect, test } from 'vitest';
import type { HomeStaffQuery, Need, RequestState } from '#lib/api/generated/operations.ts';
import { boardOf } from './board.ts';

function request(number: number, state: RequestState, ...needs: Need[]): HomeStaffQuery['desk'][number] {
  const times = { closesAt: '2026-12-01T12:00:00Z', timeZone: 'UTC' };
  const counts = { peopleNeeded: 1, invited: 0, offered: 0, gap: 1 };
  return { id: `r${number}`, number, title: `Request ${number}`, state, needs, ...times, ...counts };
}

test('what waits is counted by need, the most pressing first, and the first three are named', () => {
  const desk = [
    ...[1, 2, 3, 4].map((number) => request(number, 'OPEN', 'NO_RESPONSES', 'QUESTIONS')),
    request(5, 'IN_PROGRESS', 'OUTCOME_OVERDUE'),
    request(6, 'SUBMITTED', 'PUBLISH'),
    request(7, 'MATCHED'),
  ];
  const { waiting, open, openCount } = boardOf(desk);
  expect(waiting.map(({ need, count }) => [need, count])).toEqual([
    ['OUTCOME_OVERDUE', 1],
    ['NO_RESPONSES', 4],
    ['QUESTIONS', 4],
    ['PUBLISH', 1],
  ]);
  expect(waiting[1]?.first.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect([open.length, openCount]).toEqual([4, 4]);
});

test('a long list is cut, and its count is not', () => {
  const { open, openCount } = boardOf(Array.from({ length: 30 }, (_, n) => request(n, 'OPEN')));
  expect([open.length, openCount]).toEqual([20, 30]);
  expect(boardOf([])).toEqual({ waiting: [], open: [], openCount: 0 });
});
