import type {
  Band,
  CriterionKind,
  DeclineReason,
  Mode,
  RequestState,
  ResponseAnswer,
  ResponseState,
} from '#lib/api/generated/operations.ts';

type Tone = 'quiet' | 'now' | 'wait' | 'done' | 'stop' | 'full';
interface Worded {
  text: string;
  tone: Tone;
}

/** How the states are said to people. The word always stands beside its tone. */
export const REQUEST_STATES: Record<RequestState, Worded> = {
  DRAFT: { text: 'Draft', tone: 'quiet' },
  SUBMITTED: { text: 'Waiting to be published', tone: 'wait' },
  RETURNED: { text: 'Sent back', tone: 'wait' },
  OPEN: { text: 'Open', tone: 'now' },
  CLOSED_TO_RESPONSES: { text: 'Closed to responses', tone: 'wait' },
  ASSESSING: { text: 'Being assessed', tone: 'now' },
  MATCHED: { text: 'Experts found', tone: 'now' },
  IN_PROGRESS: { text: 'In progress', tone: 'now' },
  DELIVERED: { text: 'Delivered', tone: 'wait' },
  CLOSED: { text: 'Closed with an outcome', tone: 'done' },
  PAUSED: { text: 'Paused', tone: 'wait' },
  CANCELLED: { text: 'Cancelled', tone: 'stop' },
  EXPIRED: { text: 'Expired', tone: 'stop' },
  UNFILLED: { text: 'Not filled', tone: 'stop' },
};

/** The same as steps that were taken. */
export const REQUEST_MOVES: Record<RequestState, string> = {
  DRAFT: 'Drafted',
  SUBMITTED: 'Sent to staff',
  RETURNED: 'Sent back',
  OPEN: 'Opened',
  CLOSED_TO_RESPONSES: 'Closed to responses',
  ASSESSING: 'Assessing began',
  MATCHED: 'Experts found',
  IN_PROGRESS: 'Work began',
  DELIVERED: 'Work delivered',
  CLOSED: 'Closed with an outcome',
  PAUSED: 'Paused',
  CANCELLED: 'Cancelled',
  EXPIRED: 'Expired',
  UNFILLED: 'Ended as not filled',
};

export const RESPONSE_STATES: Record<ResponseState, Worded> = {
  INVITED: { text: 'Invited', tone: 'wait' },
  SEEN: { text: 'Invited', tone: 'wait' },
  DECLINED: { text: 'Not this time', tone: 'quiet' },
  SUBMITTED: { text: 'Response sent', tone: 'now' },
  SHORTLISTED: { text: 'Shortlisted', tone: 'now' },
  OFFERED: { text: 'Work offered', tone: 'wait' },
  ACCEPTED: { text: 'Offer accepted', tone: 'done' },
  ENGAGED: { text: 'At work', tone: 'full' },
  COMPLETED: { text: 'Work completed', tone: 'done' },
  WITHDRAWN: { text: 'Withdrawn', tone: 'quiet' },
  NOT_SELECTED: { text: 'Not selected', tone: 'quiet' },
  OFFER_LAPSED: { text: 'Lapsed', tone: 'quiet' },
};

export const BANDS: Record<Band, Worded> = {
  STRONG: { text: 'Strong match', tone: 'full' },
  GOOD: { text: 'Good match', tone: 'now' },
  POSSIBLE: { text: 'Possible match', tone: 'quiet' },
};

export const MODES: Record<Mode, string> = {
  REMOTE: 'Remote',
  IN_PERSON: 'In person',
  HYBRID: 'Partly remote, partly in person',
};

export const ANSWERS: Record<ResponseAnswer, string> = {
  YES: 'I can help',
  PARTLY: 'I can help with a part of it',
  NO: 'Not this time',
};

export const DECLINE_REASONS: Record<DeclineReason, string> = {
  TIME: 'I have no time for it now',
  NOT_MY_FIELD: 'It is not my field',
  CONFLICT: 'An interest stands in the way',
  OTHER: 'Something else',
};

export const CRITERION_KINDS: Record<CriterionKind, string> = {
  EXPERTISE: 'Expertise',
  LANGUAGE: 'Language',
  COUNTRY: 'Experience of a country',
  PROFESSION: 'Profession',
  CONTRIBUTION: 'Kind of contribution',
  REGISTRATION: 'Verified registration',
};

/** "1 person", "3 people". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
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
