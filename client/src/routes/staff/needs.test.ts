import { expect, test } from 'vitest';
import { daysLeft, waitingOn } from './needs.ts';

const on = (title: string, needs: string[]) =>
  ({ id: title, title, needs, invited: 2, offered: 1, openQuestions: 1 }) as unknown as Parameters<
    typeof waitingOn
  >[0][number];

test('what presses comes first, each with where to do it', () => {
  const found = waitingOn([on('oxygen', ['QUESTIONS']), on('burns', ['OUTCOME_OVERDUE']), on('rotas', [])]);

  expect(found.map(({ title, href }) => `${title} ${href}`)).toEqual([
    'burns /requests/burns/outcome',
    'oxygen /requests/oxygen#questions',
  ]);
});

test('days are counted up, and none is left after the end', () => {
  expect(daysLeft('2026-11-25T10:00:00Z', '2026-11-24T09:00:00Z')).toBe(1);
  expect(daysLeft('2026-11-24T10:00:00Z', '2026-11-24T09:00:00Z')).toBe(0);
  expect(daysLeft('2026-11-23T10:00:00Z', '2026-11-24T09:00:00Z')).toBe(0);
});
