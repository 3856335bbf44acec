import type { RequestState } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/request.ts';

/** What a reader may expect after this state, so that no stage is silent. */
export function nextSteps(state: RequestState): string[] {
  return STEPS[state].map((step) => step());
}

/** Responses are taken now or may be later: the date still says something. */
export function mayOpen(state: RequestState): boolean {
  return ['DRAFT', 'SUBMITTED', 'RETURNED', 'OPEN', 'PAUSED'].includes(state);
}

const STEPS: Record<RequestState, readonly (() => string)[]> = {
  DRAFT: [say.stepDraft1, say.stepDraft2],
  SUBMITTED: [say.stepSubmitted],
  RETURNED: [say.stepReturned],
  OPEN: [say.stepOpen1, say.stepOpen2, say.stepTold],
  CLOSED_TO_RESPONSES: [say.stepClosed, say.stepTold],
  ASSESSING: [say.stepAssessing, say.stepTold],
  MATCHED: [say.stepMatched, say.stepTold],
  IN_PROGRESS: [say.stepInProgress1, say.stepInProgress2],
  DELIVERED: [say.stepDelivered],
  CLOSED: [say.stepEndedWell],
  PAUSED: [say.stepPaused],
  CANCELLED: [say.stepEnded],
  EXPIRED: [say.stepEnded],
  UNFILLED: [say.stepEnded],
};
