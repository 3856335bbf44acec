import type { RequestState, ResponseState } from '#lib/api/generated/operations.ts';
import { counted } from './words.ts';

interface Watched {
  state: RequestState;
  closesAt?: string | null;
  questions?: readonly { answer?: string | null }[];
  responseCounts?: readonly { state: ResponseState; count: number }[];
  outcome?: object | null;
}

const SOON = 3 * 24 * 60 * 60 * 1000;

/** What keeps a request from going on and only its staff can do; null when nothing does. */
export function toDo(request: Watched, now: string): string | null {
  const waiting = (request.questions ?? []).filter(({ answer }) => !answer).length;
  if (request.state === 'SUBMITTED') return 'Publish it or send it back.';
  if (request.state === 'RETURNED') return 'Put right what was named and submit it again.';
  if (request.state === 'CLOSED_TO_RESPONSES') return 'Start assessing the responses.';
  if (request.state === 'ASSESSING') return assessing(request);
  if (request.state === 'DELIVERED')
    return request.outcome ? 'Close it and tell everyone.' : 'Record its outcome.';
  if (request.state !== 'OPEN') return null;
  if (waiting > 0) return `Answer ${counted(waiting, 'question')}.`;
  const left = request.closesAt ? Date.parse(request.closesAt) - Date.parse(now) : Infinity;
  return left < SOON && said(request, ['SUBMITTED', 'SHORTLISTED']) === 0
    ? 'It closes soon and nobody has offered: invite more.'
    : null;
}

function assessing(request: Watched): string | null {
  const undecided = said(request, ['SUBMITTED', 'SHORTLISTED']);
  return undecided > 0 ? `Decide on ${counted(undecided, 'response')}.` : null;
}

function said({ responseCounts = [] }: Watched, states: readonly ResponseState[]): number {
  return responseCounts
    .filter(({ state }) => states.includes(state))
    .reduce((sum, { count }) => sum + count, 0);
}
