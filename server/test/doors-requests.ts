import { RequestState } from '../src/requests/request.states.ts';
import { sends, signedIn, type Door } from './doors.ts';
import type { Scene } from './doors-scene.ts';
import { wordsOf } from './requests.ts';

const REQUEST = 'request { state }';
const at = (state: RequestState, input: object = {}) => {
  return ({ requests }: Scene) => ({ requestId: requests(state).id, version: 1, ...input });
};
const S = RequestState;
const ALONE = { peopleNeeded: 1, expenses: '' };

/** Nobody but its staff knows of a request before it was opened. */
const HIDDEN = { ...signedIn('NOT_FOUND'), staff: 'open' } as const;
/** Once it was, everyone signed in knows of it, and only its staff act on it. */
const KNOWN = { ...signedIn('refused NOT_ALLOWED'), staff: 'open' } as const;

/** What requests let be done. They are of Hana's programme, for verified people, and were never Joss's or Ada's. */
export const REQUESTS: Door[] = [
  {
    ...sends('draftRequest', REQUEST, ({ health }) => wordsOf(health)),
    at: 'a programme one does not work for',
    answers: KNOWN,
  },
  {
    ...sends('editRequest', REQUEST, (scene) => ({ ...wordsOf(scene.health), ...at(S.DRAFT)(scene) })),
    at: 'a draft',
    answers: HIDDEN,
  },
  {
    ...sends('editRequestPart', REQUEST, at(S.DRAFT, { practicalities: { mode: 'HYBRID', ...ALONE } })),
    at: 'a draft',
    answers: HIDDEN,
  },
  { ...sends('submitRequest', REQUEST, at(S.DRAFT)), at: 'a draft', answers: HIDDEN },
  { ...sends('publishRequest', REQUEST, at(S.SUBMITTED)), at: 'a submitted one', answers: HIDDEN },
  {
    ...sends('returnRequest', REQUEST, at(S.SUBMITTED, { reason: 'Name the ward.' })),
    at: 'a submitted one',
    answers: HIDDEN,
  },
  {
    ...sends('cancelRequest', REQUEST, at(S.DRAFT, { reason: 'No longer needed.' })),
    at: 'a draft',
    answers: HIDDEN,
  },
  {
    ...sends('declareConflict', REQUEST, ({ requests }) => ({
      requestId: requests(S.DRAFT).id,
      conflicted: true,
    })),
    at: 'a draft',
    answers: HIDDEN,
  },
  {
    ...sends('pauseRequest', REQUEST, at(S.OPEN, { reason: 'The ward moves.' })),
    at: 'an open one',
    answers: KNOWN,
  },
  { ...sends('resumeRequest', REQUEST, at(S.PAUSED)), at: 'a paused one', answers: KNOWN },
  { ...sends('closeResponses', REQUEST, at(S.OPEN)), at: 'an open one', answers: KNOWN },
  {
    ...sends('startAssessing', REQUEST, at(S.CLOSED_TO_RESPONSES)),
    at: 'one closed to responses',
    answers: KNOWN,
  },
  { ...sends('deliverRequest', REQUEST, at(S.IN_PROGRESS)), at: 'one at work', answers: KNOWN },
  {
    ...sends(
      'recordOutcome',
      REQUEST,
      at(S.IN_PROGRESS, { result: 'A list.', usedHow: 'Daily.', changedWhat: 'Much.' }),
    ),
    at: 'one at work',
    answers: KNOWN,
  },
  {
    ...sends('closeRequest', REQUEST, at(S.DELIVERED, { feedback: 'Thank you.' })),
    at: 'a delivered one',
    answers: KNOWN,
  },
  {
    ...sends('markUnfilled', REQUEST, at(S.OPEN, { reason: 'Nobody.', feedback: 'Thank you.' })),
    at: 'an open one',
    answers: KNOWN,
  },
  {
    ...sends(
      'reopenRequest',
      REQUEST,
      at(S.CANCELLED, { closesAt: '2099-01-01T00:00:00Z', neededBy: '2099-02-01' }),
    ),
    at: 'a cancelled one',
    answers: KNOWN,
  },
  {
    ...sends('askQuestion', REQUEST, ({ requests }) => ({ requestId: requests(S.DRAFT).id, body: 'Where?' })),
    at: 'a draft',
    answers: { ...signedIn('NOT_FOUND'), staff: 'refused SELF' },
  },
  {
    ...sends('askQuestion', REQUEST, ({ requests }) => ({ requestId: requests(S.OPEN).id, body: 'Where?' })),
    at: 'an open one for verified people; staff count as such',
    answers: { ...signedIn('open'), outsider: 'refused NOT_ALLOWED', staff: 'refused SELF' },
  },
  {
    ...sends('answerQuestion', REQUEST, ({ question }) => ({
      questionId: question.id,
      version: 1,
      answer: 'Yes.',
    })),
    at: 'a question that only verified people and staff read',
    answers: { ...signedIn('refused NOT_ALLOWED'), outsider: 'NOT_FOUND', staff: 'open' },
  },
];
