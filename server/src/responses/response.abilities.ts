import { Field, ObjectType } from 'type-graphql';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { decideOnceClosed } from '../platform/say/generated/requests.ts';
import * as say from '../platform/say/generated/responses.ts';
import { RequestState } from '../requests/request.states.ts';
import { Assessment } from './declaration.ts';
import type { ResponseRow } from './response.policy.ts';
import { mayMove, ResponseState } from './response.states.ts';

type Row = Pick<ResponseRow, 'state' | 'isMine' | 'requestState' | 'takesResponses' | 'declaration'>;

const DECIDING: readonly RequestState[] = [
  RequestState.ASSESSING,
  RequestState.MATCHED,
  RequestState.IN_PROGRESS,
];
const WORKING: readonly RequestState[] = [...DECIDING, RequestState.DELIVERED];

/** Only the expert answers for themselves. */
function whyNotMine(row: Row): Problem | null {
  return row.isMine ? null : { code: ProblemCode.NOT_ALLOWED, message: say.onlyExpert() };
}

/** Whoever may see a response and did not write it decides on it; nobody decides on their own. */
function whyNotDecide(row: Row, states: readonly RequestState[] = DECIDING): Problem | null {
  if (row.isMine) return { code: ProblemCode.SELF, message: say.staffDecide() };
  if (states.includes(row.requestState)) return null;
  return { code: ProblemCode.WRONG_STATE, message: decideOnceClosed() };
}

function whyNotMove(row: Row, to: ResponseState): Problem | null {
  if (mayMove(row.state, to)) return null;
  const code = row.state === to ? ProblemCode.ALREADY_DONE : ProblemCode.WRONG_STATE;
  return { code, message: say.cannotMove({ state: row.state }) };
}

export function whyNotEditResponse(row: Row): Problem | null {
  const problem = whyNotMine(row);
  if (problem) return problem;
  if (!row.takesResponses) return { code: ProblemCode.TOO_LATE, message: say.changeTooLate() };
  return row.state === ResponseState.SUBMITTED ? null : whyNotMove(row, ResponseState.SUBMITTED);
}

/** Until the work begins. Work that has begun is ended by staff, who then look for somebody else. */
export function whyNotWithdraw(row: Row): Problem | null {
  if (row.isMine && row.state === ResponseState.ENGAGED)
    return { code: ProblemCode.WRONG_STATE, message: say.workBegun() };
  return whyNotMine(row) ?? whyNotMove(row, ResponseState.WITHDRAWN);
}

export function whyNotAcceptOffer(row: Row): Problem | null {
  const stands = DECIDING.includes(row.requestState);
  const standing = stands ? null : { code: ProblemCode.WRONG_STATE, message: say.offerStandsStill() };
  return whyNotMine(row) ?? whyNotMove(row, ResponseState.ACCEPTED) ?? standing;
}

export function whyNotDeclineOffer(row: Row): Problem | null {
  if (row.isMine && row.state !== ResponseState.OFFERED)
    return { code: ProblemCode.WRONG_STATE, message: say.noOffer() };
  return whyNotMine(row);
}

export function whyNotShortlist(row: Row): Problem | null {
  return whyNotDecide(row) ?? whyNotMove(row, ResponseState.SHORTLISTED);
}

/** What was declared must have been looked at, and not rule the person out. */
export function whyNotOffer(row: Row): Problem | null {
  return whyNotDecide(row) ?? whyNotMove(row, ResponseState.OFFERED) ?? whyNotDeclared(row);
}

function whyNotDeclared({ declaration }: Row): Problem | null {
  const refuse = (message: string) => ({ code: ProblemCode.CONFLICT_OF_INTEREST, message });
  if (!declaration) return refuse(say.noDeclaration());
  if (declaration.assessment === Assessment.EXCLUDE) return refuse(say.ruledOut());
  const isOpen = declaration.hasInterests && declaration.assessment === null;
  return isOpen ? refuse(say.assessFirst()) : null;
}

export function whyNotNotSelect(row: Row): Problem | null {
  return whyNotDecide(row) ?? whyNotMove(row, ResponseState.NOT_SELECTED);
}

/** Once its text may be read, and until an offer is made on the strength of it. */
export function whyNotAssess(row: Row): Problem | null {
  const weighing = [RequestState.CLOSED_TO_RESPONSES, ...DECIDING];
  const problem = whyNotDecide(row, weighing);
  if (problem) return problem;
  const weighed = row.state === ResponseState.SUBMITTED || row.state === ResponseState.SHORTLISTED;
  if (weighed && row.declaration) return null;
  return { code: ProblemCode.WRONG_STATE, message: say.onlyWaiting() };
}

/** Completing or ending the work: for staff, while it lasts. */
export function whyNotComplete(row: Row): Problem | null {
  const problem = whyNotDecide(row, WORKING);
  if (problem) return problem;
  const atWork = row.state === ResponseState.ACCEPTED || row.state === ResponseState.ENGAGED;
  return atWork ? null : whyNotMove(row, ResponseState.COMPLETED);
}

@ObjectType({ description: 'What the viewer may do with a response.' })
export class ResponseAbilities {
  @Field(() => Boolean, { description: 'Change what it says.' }) edit: boolean;
  @Field(() => Boolean, { description: 'Withdraw it.' }) withdraw: boolean;
  @Field(() => Boolean, { description: 'Accept the offer.' }) acceptOffer: boolean;
  @Field(() => Boolean, { description: 'Turn the offer down.' }) declineOffer: boolean;
  @Field(() => Boolean, { description: 'Shortlist it.' }) shortlist: boolean;
  @Field(() => Boolean, { description: 'Offer the work.' }) offer: boolean;
  @Field(() => Boolean, { description: 'Say that it was not selected.' }) notSelect: boolean;
  @Field(() => Boolean, { description: 'Assess its declaration.' }) assess: boolean;
  @Field(() => Boolean, { description: 'Record the work as done, or end it.' }) complete: boolean;
}

export function abilitiesOf(row: Row): ResponseAbilities {
  return {
    edit: whyNotEditResponse(row) === null,
    withdraw: whyNotWithdraw(row) === null,
    acceptOffer: whyNotAcceptOffer(row) === null,
    declineOffer: whyNotDeclineOffer(row) === null,
    shortlist: whyNotShortlist(row) === null,
    offer: whyNotOffer(row) === null,
    notSelect: whyNotNotSelect(row) === null,
    assess: whyNotAssess(row) === null,
    complete: whyNotComplete(row) === null,
  };
}
