import type {
  Band,
  CriterionKind,
  DeclineReason,
  Importance,
  Mode,
  RequestState,
  ResponseAnswer,
  ResponseState,
} from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/states.ts';
import { countText } from '#lib/ui/count.ts';

type Tone = 'quiet' | 'now' | 'wait' | 'done' | 'stop' | 'full';
interface Worded {
  readonly text: string;
  tone: Tone;
}

/** How the states are said to people, in the language of whoever reads. The word always stands beside its tone. */
export const REQUEST_STATES: Record<RequestState, Worded> = {
  DRAFT: worded(say.stateDraft, 'quiet'),
  SUBMITTED: worded(say.stateSubmitted, 'wait'),
  RETURNED: worded(say.stateReturned, 'wait'),
  OPEN: worded(say.stateOpen, 'now'),
  CLOSED_TO_RESPONSES: worded(say.stateClosedToResponses, 'wait'),
  ASSESSING: worded(say.stateAssessing, 'now'),
  MATCHED: worded(say.stateMatched, 'now'),
  IN_PROGRESS: worded(say.stateInProgress, 'now'),
  DELIVERED: worded(say.stateDelivered, 'wait'),
  CLOSED: worded(say.stateClosed, 'done'),
  PAUSED: worded(say.statePaused, 'wait'),
  CANCELLED: worded(say.stateCancelled, 'stop'),
  EXPIRED: worded(say.stateExpired, 'stop'),
  UNFILLED: worded(say.stateUnfilled, 'stop'),
};

/** The same as steps that were taken. */
export const REQUEST_MOVES = texts<RequestState>({
  DRAFT: say.moveDraft,
  SUBMITTED: say.moveSubmitted,
  RETURNED: say.stateReturned,
  OPEN: say.moveOpen,
  CLOSED_TO_RESPONSES: say.stateClosedToResponses,
  ASSESSING: say.moveAssessing,
  MATCHED: say.stateMatched,
  IN_PROGRESS: say.moveInProgress,
  DELIVERED: say.moveDelivered,
  CLOSED: say.stateClosed,
  PAUSED: say.statePaused,
  CANCELLED: say.stateCancelled,
  EXPIRED: say.stateExpired,
  UNFILLED: say.moveUnfilled,
});

export const RESPONSE_STATES: Record<ResponseState, Worded> = {
  INVITED: worded(say.answerInvited, 'wait'),
  SEEN: worded(say.answerInvited, 'wait'),
  DECLINED: worded(say.answerDeclined, 'quiet'),
  SUBMITTED: worded(say.answerSubmitted, 'now'),
  SHORTLISTED: worded(say.answerShortlisted, 'now'),
  OFFERED: worded(say.answerOffered, 'wait'),
  ACCEPTED: worded(say.answerAccepted, 'done'),
  ENGAGED: worded(say.answerEngaged, 'full'),
  COMPLETED: worded(say.answerCompleted, 'done'),
  WITHDRAWN: worded(say.answerWithdrawn, 'quiet'),
  NOT_SELECTED: worded(say.answerNotSelected, 'quiet'),
  OFFER_LAPSED: worded(say.answerLapsed, 'quiet'),
};

export const BANDS: Record<Band, Worded> = {
  STRONG: worded(say.bandStrong, 'full'),
  GOOD: worded(say.bandGood, 'now'),
  POSSIBLE: worded(say.bandPossible, 'quiet'),
};

export const IMPORTANCE: Record<Importance, Worded> = {
  ESSENTIAL: worded(say.essential, 'now'),
  DESIRABLE: worded(say.desirable, 'quiet'),
};

export const MODES = texts<Mode>({
  REMOTE: say.modeRemote,
  IN_PERSON: say.modeInPerson,
  HYBRID: say.modeHybrid,
});

export const ANSWERS = texts<ResponseAnswer>({ YES: say.yes, PARTLY: say.partly, NO: say.no });

export const DECLINE_REASONS = texts<DeclineReason>({
  TIME: say.whyTime,
  NOT_MY_FIELD: say.whyField,
  CONFLICT: say.whyConflict,
  OTHER: say.whyOther,
});

export const CRITERION_KINDS = texts<CriterionKind>({
  EXPERTISE: say.kindExpertise,
  LANGUAGE: say.kindLanguage,
  COUNTRY: say.kindCountry,
  PROFESSION: say.kindProfession,
  CONTRIBUTION: say.kindContribution,
  REGISTRATION: say.kindRegistration,
});

/** "1 person", "3 people". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** A record of words as the answers of a question. */
export function optionsOf(words: Readonly<Record<string, string>>): { value: string; text: string }[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }));
}

/** The names of contribution types; one taken out of the list since keeps its code as its name. */
export function kindNames(
  codes: readonly string[],
  kinds: readonly { code: string; name: string }[],
): string {
  return codes.map((code) => kinds.find((kind) => kind.code === code)?.name ?? code).join(', ');
}

/** Read anew at each use, because one process speaks to people in several languages. */
function worded(text: () => string, tone: Tone): Worded {
  return {
    get text() {
      return text();
    },
    tone,
  };
}

function texts<Key extends string>(said: Record<Key, () => string>): Record<Key, string> {
  const words = {} as Record<Key, string>;
  for (const [key, text] of Object.entries<() => string>(said))
    Object.defineProperty(words, key, { get: text, enumerable: true });
  return words;
}
