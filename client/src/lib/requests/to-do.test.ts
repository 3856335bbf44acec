import { expect, test } from 'vitest';
import { toDo } from './to-do.ts';

const now = '2026-11-22T09:00:00Z';
const offers = [{ state: 'SUBMITTED' as const, count: 2 }];

test.each([
  [{ state: 'SUBMITTED' as const }, 'Publish it or send it back.'],
  [{ state: 'OPEN' as const, closesAt: '2026-12-22T09:00:00Z' }, null],
  [{ state: 'OPEN' as const, questions: [{ answer: null }, { answer: 'Yes.' }] }, 'Answer 1 question.'],
  [
    { state: 'OPEN' as const, closesAt: '2026-11-23T09:00:00Z' },
    'It closes soon and nobody has offered: invite more.',
  ],
  [{ state: 'OPEN' as const, closesAt: '2026-11-23T09:00:00Z', responseCounts: offers }, null],
  [{ state: 'ASSESSING' as const, responseCounts: offers }, 'Decide on 2 responses.'],
  [{ state: 'DELIVERED' as const, outcome: null }, 'Record its outcome.'],
  [{ state: 'DELIVERED' as const, outcome: {} }, 'Close it and tell everyone.'],
  [{ state: 'CLOSED' as const }, null],
])('%j asks staff: %s', (request, says) => {
  expect(toDo(request, now)).toBe(says);
});
