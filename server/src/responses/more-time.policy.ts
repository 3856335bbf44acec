import { ProblemCode, type Problem } from '../platform/results.ts';
import { wallClock } from '../platform/wall-time.ts';
import * as say from '../platform/say/generated/requests.ts';
import { whyNotRespond, whyNotStaff } from '../requests/request.abilities.ts';
import type { RequestRow } from '../requests/request.policy.ts';
import { ResponseState } from './response.states.ts';

const UNANSWERED: readonly ResponseState[] = [ResponseState.INVITED, ResponseState.SEEN];

/** Whoever could still answer and has not, once. */
export function whyNotAskForMoreTime(
  row: RequestRow,
  before: object | null,
  response: { state: ResponseState } | null,
): Problem | null {
  const refused = whyNotRespond(row);
  if (refused) return refused;
  if (before) return { code: ProblemCode.ALREADY_DONE, message: say.askedForTime() };
  if (!response || UNANSWERED.includes(response.state)) return null;
  return {
    code: ProblemCode.ALREADY_DONE,
    message: say.respondedAlready(),
  };
}

/** While it takes responses: after that staff have begun to read, and nobody may come later than others. */
export function whyNotAnswerMoreTime(row: RequestRow): Problem | null {
  const refused = whyNotStaff(row);
  if (refused || row.takesResponses) return refused;
  return {
    code: ProblemCode.TOO_LATE,
    message: say.noTimeToGive(),
  };
}

/** The work must still be needed after the new day. */
export function whyNotLater(row: RequestRow, closesAt: Date): Problem | null {
  if (!row.neededBy || wallClock(closesAt, row.timeZone).day < row.neededBy) return null;
  return {
    code: ProblemCode.WRONG_ORDER,
    message: say.neededBefore({ day: row.neededBy }),
  };
}
