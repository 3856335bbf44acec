import type { HomeStaffQuery, Need } from '#lib/api/generated/operations.ts';

type Desk = HomeStaffQuery['desk'];

/** The requests of one need: how many, and the first to name. */
export interface Waiting {
  need: Need;
  count: number;
  first: { id: string; number: number; title: string }[];
}

const NAMED = 3;
const LINES = 20;
const ORDER: readonly Need[] = [
  'OUTCOME_OVERDUE',
  'NO_RESPONSES',
  'DECISIONS',
  'DECLARATIONS',
  'START_ASSESSING',
  'QUESTIONS',
  'PUBLISH',
  'OUTCOME_DUE',
  'CLOSE',
];

/** What waits by need, the most pressing first, and the open requests in the order in which they close. */
export function boardOf(desk: Desk) {
  const open = desk.filter(({ state }) => state === 'OPEN');
  const waiting = ORDER.flatMap((need): Waiting[] => {
    const found = desk.filter(({ needs }) => needs.includes(need));
    const first = found.slice(0, NAMED).map(({ id, number, title }) => ({ id, number, title }));
    return found.length > 0 ? [{ need, count: found.length, first }] : [];
  });
  return { waiting, open: open.slice(0, LINES), openCount: open.length };
}

export type Board = ReturnType<typeof boardOf>;
