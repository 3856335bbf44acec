import { registerEnumType } from 'type-graphql';

export enum ResponseState {
  INVITED = 'INVITED',
  SEEN = 'SEEN',
  DECLINED = 'DECLINED',
  SUBMITTED = 'SUBMITTED',
  SHORTLISTED = 'SHORTLISTED',
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  ENGAGED = 'ENGAGED',
  COMPLETED = 'COMPLETED',
  WITHDRAWN = 'WITHDRAWN',
  NOT_SELECTED = 'NOT_SELECTED',
  OFFER_LAPSED = 'OFFER_LAPSED',
}
const S = ResponseState;

registerEnumType(ResponseState, {
  name: 'ResponseState',
  description: 'How far a response has come.',
  valuesConfig: {
    INVITED: { description: 'Asked by staff; not opened yet.' },
    SEEN: { description: 'Asked by staff, and opened.' },
    DECLINED: { description: 'Said no, this time.' },
    SUBMITTED: { description: 'Said yes or partly; waits for a decision.' },
    SHORTLISTED: { description: 'Kept for a closer look.' },
    OFFERED: { description: 'Staff offered the work; waits for the expert.' },
    ACCEPTED: { description: 'The expert took the offer; the work has yet to begin.' },
    ENGAGED: { description: 'At work.' },
    COMPLETED: { description: 'The work is done.' },
    WITHDRAWN: { description: 'Ended before it was done: by the expert, or because the request ended.' },
    NOT_SELECTED: { description: 'Not chosen; feedback says why.' },
    OFFER_LAPSED: { description: 'The invitation or offer ran out unanswered.' },
  },
});

/** Where each state may go. From a settled one a person may come back when the request is open again. */
const MOVES: Record<ResponseState, readonly ResponseState[]> = {
  INVITED: [S.SEEN, S.DECLINED, S.SUBMITTED, S.OFFER_LAPSED],
  SEEN: [S.DECLINED, S.SUBMITTED, S.OFFER_LAPSED],
  DECLINED: [S.SUBMITTED],
  SUBMITTED: [S.DECLINED, S.SHORTLISTED, S.WITHDRAWN, S.NOT_SELECTED],
  SHORTLISTED: [S.OFFERED, S.WITHDRAWN, S.NOT_SELECTED],
  OFFERED: [S.ACCEPTED, S.WITHDRAWN, S.OFFER_LAPSED],
  ACCEPTED: [S.ENGAGED, S.WITHDRAWN],
  ENGAGED: [S.COMPLETED, S.WITHDRAWN],
  COMPLETED: [],
  WITHDRAWN: [S.SUBMITTED, S.INVITED],
  NOT_SELECTED: [S.SUBMITTED, S.INVITED],
  OFFER_LAPSED: [S.SUBMITTED, S.INVITED],
};

export function mayMove(from: ResponseState, to: ResponseState): boolean {
  return MOVES[from].includes(to);
}

/** Somebody still owes somebody an answer. */
export function isUnsettled(state: ResponseState): boolean {
  return SETTLED_AS[state] !== null;
}

/** What a response becomes when its request ends: nobody is left waiting. Null when it is settled already. */
export function settledAs(state: ResponseState): ResponseState | null {
  return SETTLED_AS[state];
}

const SETTLED_AS: Record<ResponseState, ResponseState | null> = {
  INVITED: S.OFFER_LAPSED,
  SEEN: S.OFFER_LAPSED,
  SUBMITTED: S.NOT_SELECTED,
  SHORTLISTED: S.NOT_SELECTED,
  OFFERED: S.OFFER_LAPSED,
  ACCEPTED: S.WITHDRAWN,
  ENGAGED: S.WITHDRAWN,
  DECLINED: null,
  COMPLETED: null,
  WITHDRAWN: null,
  NOT_SELECTED: null,
  OFFER_LAPSED: null,
};

/** For SQL: the states that wait for somebody. */
export const UNSETTLED: readonly ResponseState[] = Object.values(S).filter(isUnsettled);
