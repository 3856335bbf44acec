import { describe, expect, test } from 'vitest';
import { isUnsettled, mayMove, ResponseState, settledAs, UNSETTLED } from './response.states.ts';

const ALL = Object.values(ResponseState);

/** Written out once more by hand, so that a slip in the table is seen. */
const ALLOWED = new Set([
  'INVITED>SEEN',
  'INVITED>DECLINED',
  'INVITED>SUBMITTED',
  'INVITED>OFFER_LAPSED',
  'SEEN>DECLINED',
  'SEEN>SUBMITTED',
  'SEEN>OFFER_LAPSED',
  'DECLINED>SUBMITTED',
  'SUBMITTED>DECLINED',
  'SUBMITTED>SHORTLISTED',
  'SUBMITTED>WITHDRAWN',
  'SUBMITTED>NOT_SELECTED',
  'SHORTLISTED>OFFERED',
  'SHORTLISTED>WITHDRAWN',
  'SHORTLISTED>NOT_SELECTED',
  'OFFERED>ACCEPTED',
  'OFFERED>WITHDRAWN',
  'OFFERED>OFFER_LAPSED',
  'ACCEPTED>ENGAGED',
  'ACCEPTED>WITHDRAWN',
  'ENGAGED>COMPLETED',
  'ENGAGED>WITHDRAWN',
  'WITHDRAWN>SUBMITTED',
  'WITHDRAWN>INVITED',
  'NOT_SELECTED>SUBMITTED',
  'NOT_SELECTED>INVITED',
  'OFFER_LAPSED>SUBMITTED',
  'OFFER_LAPSED>INVITED',
]);

describe('the states of a response', () => {
  test.each(ALL.flatMap((from) => ALL.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    expect(mayMove(from, to)).toBe(ALLOWED.has(`${from}>${to}`));
  });

  test.each(ALL)('%s ends settled when its request does, by a move it may make', (state) => {
    const end = settledAs(state);
    if (end === null) return expect(UNSETTLED).not.toContain(state);
    expect(isUnsettled(end)).toBe(false);
    expect(mayMove(state, end)).toBe(true);
  });
});
