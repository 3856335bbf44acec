import { describe, expect, test } from 'vitest';
import { Person } from '../people/person.ts';
import { Programme } from './programme.ts';
import { Request } from './request.ts';
import { ENDED, RequestState, whyNotMove } from './request.states.ts';

const STATES = Object.values(RequestState);

/** Every legal step, written a second time: the table of the code must say the same and no more. */
const LEGAL = new Set(
  `DRAFT>SUBMITTED SUBMITTED>RETURNED RETURNED>SUBMITTED SUBMITTED>OPEN
   OPEN>CLOSED_TO_RESPONSES CLOSED_TO_RESPONSES>ASSESSING ASSESSING>MATCHED MATCHED>ASSESSING
   MATCHED>IN_PROGRESS IN_PROGRESS>DELIVERED DELIVERED>CLOSED
   OPEN>PAUSED CLOSED_TO_RESPONSES>PAUSED ASSESSING>PAUSED MATCHED>PAUSED IN_PROGRESS>PAUSED
   PAUSED>OPEN PAUSED>CLOSED_TO_RESPONSES PAUSED>ASSESSING PAUSED>MATCHED PAUSED>IN_PROGRESS
   DRAFT>CANCELLED SUBMITTED>CANCELLED RETURNED>CANCELLED OPEN>CANCELLED CLOSED_TO_RESPONSES>CANCELLED
   ASSESSING>CANCELLED MATCHED>CANCELLED IN_PROGRESS>CANCELLED PAUSED>CANCELLED
   OPEN>EXPIRED CLOSED_TO_RESPONSES>EXPIRED PAUSED>EXPIRED
   OPEN>UNFILLED CLOSED_TO_RESPONSES>UNFILLED ASSESSING>UNFILLED MATCHED>UNFILLED IN_PROGRESS>UNFILLED PAUSED>UNFILLED
   CANCELLED>OPEN EXPIRED>OPEN UNFILLED>OPEN`.split(/\s+/),
);

describe('a request', () => {
  test.each(STATES)('goes from %s where it may, and nowhere else', (from) => {
    for (const to of STATES) {
      const problem = whyNotMove(from, to);
      expect(problem === null, `${from} > ${to}`).toBe(LEGAL.has(`${from}>${to}`));
      if (problem) expect(problem.code).toBe(from === to ? 'ALREADY_DONE' : 'WRONG_STATE');
    }
  });

  test('can be reached in every state from a draft', () => {
    const reached = new Set<RequestState>([RequestState.DRAFT]);
    for (const from of reached) for (const to of STATES) if (whyNotMove(from, to) === null) reached.add(to);

    expect([...reached].toSorted()).toEqual(STATES.toSorted());
  });

  test('ends in four states, and only a closed one for ever', () => {
    expect(ENDED).toEqual(['CLOSED', 'CANCELLED', 'EXPIRED', 'UNFILLED']);
    const dead = STATES.filter((from) => STATES.every((to) => whyNotMove(from, to) !== null));
    expect(dead).toEqual(['CLOSED']);
  });

  test('keeps a record of each step, and refuses one that jumps', () => {
    const hana = new Person('Hana Weatherby', 'hana@example.org', 'hana');
    const request = new Request(new Programme('p', 'P', 'For a test.'), hana, 'Oxygen', 'UTC');

    const move = request.moveTo(RequestState.SUBMITTED, hana);

    expect(move).toMatchObject({ from: 'DRAFT', to: 'SUBMITTED', reason: null });
    expect(request).toMatchObject({ state: 'SUBMITTED', version: 2, openedAt: null });
    expect(() => request.moveTo(RequestState.MATCHED, hana)).toThrow('cannot become matched');
    expect(request).toMatchObject({ state: 'SUBMITTED', version: 2 });
  });

  test('stays published from the moment it first opened', () => {
    const hana = new Person('Hana Weatherby', 'hana@example.org', 'hana');
    const request = new Request(new Programme('p', 'P', 'For a test.'), hana, 'Oxygen', 'UTC');
    const first = new Date('2027-01-04T09:00:00Z');
    request.moveTo(RequestState.SUBMITTED, hana);
    request.moveTo(RequestState.OPEN, hana, null, first);
    request.moveTo(RequestState.UNFILLED, null, 'Nobody came.');
    expect(request).toMatchObject({ stateReason: 'Nobody came.', isPublished: true });

    request.moveTo(RequestState.OPEN, hana);

    expect(request).toMatchObject({ openedAt: first, stateReason: null });
  });
});
