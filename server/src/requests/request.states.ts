import { registerEnumType } from 'type-graphql';
import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/requests.ts';

export enum RequestState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  OPEN = 'OPEN',
  CLOSED_TO_RESPONSES = 'CLOSED_TO_RESPONSES',
  ASSESSING = 'ASSESSING',
  MATCHED = 'MATCHED',
  IN_PROGRESS = 'IN_PROGRESS',
  DELIVERED = 'DELIVERED',
  CLOSED = 'CLOSED',
  PAUSED = 'PAUSED',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
  UNFILLED = 'UNFILLED',
}
const S = RequestState;

registerEnumType(RequestState, {
  name: 'RequestState',
  description: 'How far a request has come.',
  valuesConfig: {
    DRAFT: { description: 'Being written; seen by its owner and the programme’s staff.' },
    SUBMITTED: { description: 'Waits for staff to publish it.' },
    RETURNED: { description: 'Sent back to its owner with a reason.' },
    OPEN: { description: 'Takes responses.' },
    CLOSED_TO_RESPONSES: { description: 'Takes no more responses; staff may now read them.' },
    ASSESSING: { description: 'Staff weigh the responses.' },
    MATCHED: { description: 'Enough experts have accepted an offer.' },
    IN_PROGRESS: { description: 'The work has begun.' },
    DELIVERED: { description: 'The work is done; the outcome is due.' },
    CLOSED: { description: 'Ended with an outcome that every responder was told.' },
    PAUSED: { description: 'Stands still, with a reason.' },
    CANCELLED: { description: 'Given up, with a reason.' },
    EXPIRED: { description: 'Its time passed before anything came of it.' },
    UNFILLED: { description: 'Nobody suitable was found, with a reason.' },
  },
});

/** Where each state may go. From MATCHED back to ASSESSING, because an expert who accepted may withdraw. */
export const MOVES: Record<RequestState, readonly RequestState[]> = {
  DRAFT: [S.SUBMITTED, S.CANCELLED],
  SUBMITTED: [S.RETURNED, S.OPEN, S.CANCELLED],
  RETURNED: [S.SUBMITTED, S.CANCELLED],
  OPEN: [S.CLOSED_TO_RESPONSES, S.PAUSED, S.CANCELLED, S.EXPIRED, S.UNFILLED],
  CLOSED_TO_RESPONSES: [S.ASSESSING, S.PAUSED, S.CANCELLED, S.EXPIRED, S.UNFILLED],
  ASSESSING: [S.MATCHED, S.PAUSED, S.CANCELLED, S.UNFILLED],
  MATCHED: [S.IN_PROGRESS, S.ASSESSING, S.PAUSED, S.CANCELLED, S.UNFILLED],
  IN_PROGRESS: [S.DELIVERED, S.PAUSED, S.CANCELLED, S.UNFILLED],
  DELIVERED: [S.CLOSED],
  CLOSED: [],
  PAUSED: [
    S.OPEN,
    S.CLOSED_TO_RESPONSES,
    S.ASSESSING,
    S.MATCHED,
    S.IN_PROGRESS,
    S.CANCELLED,
    S.EXPIRED,
    S.UNFILLED,
  ],
  CANCELLED: [S.OPEN],
  EXPIRED: [S.OPEN],
  UNFILLED: [S.OPEN],
};

/** Why a request cannot go from one state to another, or null when it can. */
export function whyNotMove(from: RequestState, to: RequestState): Problem | null {
  if (MOVES[from].includes(to)) return null;
  const code = from === to ? ProblemCode.ALREADY_DONE : ProblemCode.WRONG_STATE;
  return { code, message: say.cannotBecome({ from, to }) };
}

/** The states in which a request has ended; none of them may leave a response unanswered. */
export const ENDED: readonly RequestState[] = [S.CLOSED, S.CANCELLED, S.EXPIRED, S.UNFILLED];

export function hasEnded(state: RequestState): boolean {
  return ENDED.includes(state);
}
