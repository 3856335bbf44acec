import type { RequestState } from '#lib/api/generated/operations.ts';

const TOLD =
  'Everyone who answers is told what was decided about them and, at the end, what came of the work.';
const ENDED = ['Everyone who had answered was told why.'];

/** What a reader may expect after this state, so that no stage is silent. */
export function nextSteps(state: RequestState): readonly string[] {
  return STEPS[state];
}

/** Responses are taken now or may be later: the date still says something. */
export function mayOpen(state: RequestState): boolean {
  return ['DRAFT', 'SUBMITTED', 'RETURNED', 'OPEN', 'PAUSED'].includes(state);
}

const STEPS: Record<RequestState, readonly string[]> = {
  DRAFT: [
    'Only its owner and the programme’s staff see a draft.',
    'Submitted, it goes to staff, who publish it or send it back.',
  ],
  SUBMITTED: [
    'Staff check that it is clear and safe to answer. Then they publish it or send it back with a reason.',
  ],
  RETURNED: ['Its owner puts right what staff named and submits it again.'],
  OPEN: [
    'Experts answer until responses close, and can change or withdraw their answer until then.',
    'Staff see at once who can help, and read the answers in full once responses have closed.',
    TOLD,
  ],
  CLOSED_TO_RESPONSES: ['Staff now read every answer in full and assess it.', TOLD],
  ASSESSING: ['Staff weigh the answers, shortlist and offer the work.', TOLD],
  MATCHED: ['Enough experts have accepted. The work begins on the day they agreed.', TOLD],
  IN_PROGRESS: [
    'The experts are at work.',
    'When it is delivered, staff record what came of it and tell everyone who answered.',
  ],
  DELIVERED: ['The work is done. Staff record what came of it and tell everyone who answered.'],
  CLOSED: ['This request has ended. Everyone who answered was told what came of it.'],
  PAUSED: ['Nothing is decided while it stands still. Answers already given are kept.'],
  CANCELLED: ENDED,
  EXPIRED: ENDED,
  UNFILLED: ENDED,
};
