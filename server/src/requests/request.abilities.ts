import { Field, ObjectType } from 'type-graphql';
import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/requests.ts';
import type { RequestRow } from './request.policy.ts';
import { hasEnded, RequestState, whyNotMove } from './request.states.ts';

const S = RequestState;

/** Only its programme's staff act for the programme, and never where they declared a conflict. */
export function whyNotStaff(row: RequestRow): Problem | null {
  if (!row.isProgrammeStaff) {
    return { code: ProblemCode.NOT_ALLOWED, message: say.onlyItsStaff() };
  }
  return row.hasConflict
    ? { code: ProblemCode.CONFLICT_OF_INTEREST, message: say.youDeclaredConflict() }
    : null;
}

/** The owner looks after a request as far as it is theirs; staff always. */
function whyNotOwnerOrStaff(row: RequestRow): Problem | null {
  return row.isOwner && !row.isProgrammeStaff ? null : whyNotStaff(row);
}

/** Before it is submitted the owner edits it; staff until it is closed to responses. */
export function whyNotEdit(row: RequestRow): Problem | null {
  const { state } = row;
  const early = state === S.DRAFT || state === S.RETURNED;
  if (!early && state !== S.SUBMITTED && state !== S.OPEN && state !== S.PAUSED)
    return { code: ProblemCode.WRONG_STATE, message: say.noLongerEdited() };
  return early ? whyNotOwnerOrStaff(row) : whyNotStaff(row);
}

export function whyNotSubmit(row: RequestRow): Problem | null {
  return whyNotOwnerOrStaff(row) ?? whyNotMove(row.state, S.SUBMITTED);
}

export function whyNotPublish(row: RequestRow): Problem | null {
  return whyNotStaff(row) ?? whyNotIn(row, [S.SUBMITTED], say.onlySubmitted());
}

export function whyNotReturn(row: RequestRow): Problem | null {
  return whyNotStaff(row) ?? whyNotMove(row.state, S.RETURNED);
}

export function whyNotPause(row: RequestRow): Problem | null {
  return whyNotStaff(row) ?? whyNotMove(row.state, S.PAUSED);
}

export function whyNotResume(row: RequestRow): Problem | null {
  return whyNotStaff(row) ?? whyNotIn(row, [S.PAUSED], say.onlyPaused());
}

export function whyNotCloseResponses(row: RequestRow): Problem | null {
  return whyNotStaff(row) ?? whyNotIn(row, [S.OPEN], say.onlyOpen());
}

export function whyNotAssess(row: RequestRow): Problem | null {
  const wrong = say.closeFirst();
  return whyNotStaff(row) ?? whyNotIn(row, [S.CLOSED_TO_RESPONSES], wrong);
}

/** Verified experts answer while the request is open: not its owner, and not those who will decide. */
export function whyNotRespond(row: RequestRow): Problem | null {
  if (row.isOwner || row.isProgrammeStaff) return { code: ProblemCode.SELF, message: say.notYourOwn() };
  if (!row.viewerVerified) return { code: ProblemCode.NOT_ALLOWED, message: say.onlyVerifiedRespond() };
  if (row.takesResponses) return null;
  return row.state === S.OPEN || row.state === S.CLOSED_TO_RESPONSES
    ? { code: ProblemCode.TOO_LATE, message: say.respondTooLate() }
    : { code: ProblemCode.WRONG_STATE, message: say.takesNoResponses() };
}

export function whyNotAsk(row: RequestRow): Problem | null {
  if (row.isOwner || row.isProgrammeStaff) return { code: ProblemCode.SELF, message: say.youAnswerHere() };
  if (!row.mayReadInFull) return { code: ProblemCode.NOT_ALLOWED, message: say.onlyVerifiedAsk() };
  if (row.takesQuestions) return null;
  return row.state === S.OPEN || row.state === S.CLOSED_TO_RESPONSES
    ? { code: ProblemCode.TOO_LATE, message: say.askTooLate() }
    : { code: ProblemCode.WRONG_STATE, message: say.noQuestionsNow() };
}

export function whyNotAnswer(row: RequestRow): Problem | null {
  const open = row.openedAt !== null && !hasEnded(row.state);
  if (!open) return { code: ProblemCode.WRONG_STATE, message: say.noAnswersNow() };
  return whyNotOwnerOrStaff(row);
}

export function whyNotInvite(row: RequestRow): Problem | null {
  if (row.takesResponses) return whyNotStaff(row);
  const message = say.inviteWhileOpen();
  return whyNotStaff(row) ?? { code: ProblemCode.WRONG_STATE, message };
}

export function whyNotDecide(row: RequestRow): Problem | null {
  const wrong = say.decideOnceClosed();
  return whyNotStaff(row) ?? whyNotIn(row, [S.ASSESSING, S.MATCHED, S.IN_PROGRESS], wrong);
}

export function whyNotDeliver(row: RequestRow): Problem | null {
  return whyNotStaff(row) ?? whyNotMove(row.state, S.DELIVERED);
}

export function whyNotRecordOutcome(row: RequestRow): Problem | null {
  const wrong = say.outcomeOnceBegun();
  return whyNotStaff(row) ?? whyNotIn(row, [S.IN_PROGRESS, S.DELIVERED], wrong);
}

export function whyNotClose(row: RequestRow): Problem | null {
  return whyNotStaff(row) ?? whyNotMove(row.state, S.CLOSED);
}

/** An owner may give up what was never published; after that it concerns others. */
export function whyNotCancel(row: RequestRow): Problem | null {
  const who = row.openedAt === null ? whyNotOwnerOrStaff(row) : whyNotStaff(row);
  return who ?? whyNotMove(row.state, S.CANCELLED);
}

export function whyNotMarkUnfilled(row: RequestRow): Problem | null {
  return whyNotStaff(row) ?? whyNotMove(row.state, S.UNFILLED);
}

export function whyNotReopen(row: RequestRow): Problem | null {
  const message = say.onlyOpenOnce();
  if (row.openedAt === null) return whyNotStaff(row) ?? { code: ProblemCode.WRONG_STATE, message };
  return whyNotStaff(row) ?? whyNotIn(row, [S.CANCELLED, S.EXPIRED, S.UNFILLED], message);
}

function whyNotIn({ state }: RequestRow, states: RequestState[], message: string): Problem | null {
  return states.includes(state) ? null : { code: ProblemCode.WRONG_STATE, message };
}

@ObjectType({ description: 'What the viewer may do with a request.' })
export class RequestAbilities {
  @Field(() => Boolean, { description: 'Edit it.' }) edit: boolean;
  @Field(() => Boolean, { description: 'Submit it to the programme’s staff.' }) submit: boolean;
  @Field(() => Boolean, { description: 'Publish it.' }) publish: boolean;
  @Field(() => Boolean, { description: 'Send it back to its owner.' }) returnToOwner: boolean;
  @Field(() => Boolean, { description: 'Pause it.' }) pause: boolean;
  @Field(() => Boolean, { description: 'Let it go on after a pause.' }) resume: boolean;
  @Field(() => Boolean, { description: 'Close it to responses.' }) closeResponses: boolean;
  @Field(() => Boolean, { description: 'Begin to assess the responses.' }) assess: boolean;
  @Field(() => Boolean, { description: 'Respond to it.' }) respond: boolean;
  @Field(() => Boolean, { description: 'Ask a question about it.' }) ask: boolean;
  @Field(() => Boolean, { description: 'Answer questions.' }) answer: boolean;
  @Field(() => Boolean, { description: 'See who matches it.' }) seeMatches: boolean;
  @Field(() => Boolean, { description: 'Invite experts.' }) invite: boolean;
  @Field(() => Boolean, { description: 'Shortlist, offer and choose.' }) decide: boolean;
  @Field(() => Boolean, { description: 'Record what came of it.' }) recordOutcome: boolean;
  @Field(() => Boolean, { description: 'Close it, once there is an outcome.' }) close: boolean;
  @Field(() => Boolean, { description: 'Give it up.' }) cancel: boolean;
  @Field(() => Boolean, { description: 'Mark that nobody suitable was found.' }) markUnfilled: boolean;
  @Field(() => Boolean, { description: 'Open it again.' }) reopen: boolean;
}

export function abilitiesOf(row: RequestRow): RequestAbilities {
  return {
    edit: whyNotEdit(row) === null,
    submit: whyNotSubmit(row) === null,
    publish: whyNotPublish(row) === null,
    returnToOwner: whyNotReturn(row) === null,
    pause: whyNotPause(row) === null,
    resume: whyNotResume(row) === null,
    closeResponses: whyNotCloseResponses(row) === null,
    assess: whyNotAssess(row) === null,
    respond: whyNotRespond(row) === null,
    ask: whyNotAsk(row) === null,
    answer: whyNotAnswer(row) === null,
    seeMatches: whyNotStaff(row) === null,
    invite: whyNotInvite(row) === null,
    decide: whyNotDecide(row) === null,
    recordOutcome: whyNotRecordOutcome(row) === null,
    close: whyNotClose(row) === null,
    cancel: whyNotCancel(row) === null,
    markUnfilled: whyNotMarkUnfilled(row) === null,
    reopen: whyNotReopen(row) === null,
  };
}
