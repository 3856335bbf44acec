import { RequestState } from '../src/requests/request.states.ts';
import { sends, signedIn, type Door } from './doors.ts';
import type { Scene } from './doors-scene.ts';
import { NO_INTERESTS } from './responses.ts';

const RESPONSE = 'response { state }';
const of = (name: keyof Scene['responses'], input: object = {}) => {
  return ({ responses }: Scene) => ({ responseId: responses[name].id, version: 1, ...input });
};
const S = RequestState;
const yes = { answer: 'YES', text: 'I can show the ward team.', declaration: NO_INTERESTS };

/** Tendo's response: those who decide on it see it, and nobody else, other responders least of all. */
const HIS = { ...signedIn('NOT_FOUND'), staff: 'open' } as const;
/** Meera's own: her alone to act on; the staff who decide see it. */
const HERS = { ...signedIn('NOT_FOUND'), member: 'open', staff: 'refused NOT_ALLOWED' } as const;

/** What responses let be done. */
export const RESPONSES: Door[] = [
  {
    ...sends('inviteExperts', 'request { state }', ({ requests, kofi }) => ({
      requestId: requests(S.OPEN).id,
      personIds: [kofi.id],
      overrideReason: 'He has done it before.',
    })),
    at: 'an open request, of which everyone signed in knows',
    answers: { ...signedIn('refused NOT_ALLOWED'), staff: 'open' },
  },
  {
    ...sends('inviteExperts', 'request { state }', ({ requests, kofi }) => ({
      requestId: requests(S.DRAFT).id,
      personIds: [kofi.id],
    })),
    at: 'a draft',
    answers: { ...signedIn('NOT_FOUND'), staff: 'refused WRONG_STATE' },
  },
  {
    ...sends('revealMatches', 'request { state }', ({ requests }) => ({ requestId: requests(S.OPEN).id })),
    at: 'an open request, of which everyone signed in knows',
    answers: { ...signedIn('refused NOT_ALLOWED'), staff: 'open' },
  },
  {
    ...sends('seeInvitation', RESPONSE, ({ requests }) => ({ requestId: requests(S.OPEN).id })),
    at: 'Meera’s invitation',
    answers: { ...signedIn('NOT_FOUND'), member: 'open' },
  },
  {
    ...sends('respond', RESPONSE, ({ requests }) => ({ requestId: requests(S.DRAFT).id, ...yes })),
    at: 'a draft',
    answers: { ...signedIn('NOT_FOUND'), staff: 'refused SELF' },
  },
  {
    ...sends('respond', RESPONSE, ({ requests }) => ({ requestId: requests(S.OPEN).id, ...yes })),
    at: 'an open request for verified people',
    answers: { ...signedIn('refused NOT_ALLOWED'), member: 'open', lead: 'open', staff: 'refused SELF' },
  },
  {
    ...sends('askForMoreTime', 'request { state }', ({ requests }) => ({ requestId: requests(S.DRAFT).id })),
    at: 'a draft',
    answers: { ...signedIn('NOT_FOUND'), staff: 'refused SELF' },
  },
  {
    ...sends('askForMoreTime', 'request { state }', ({ requests }) => ({ requestId: requests(S.OPEN).id })),
    at: 'an open request for verified people',
    answers: { ...signedIn('refused NOT_ALLOWED'), member: 'open', lead: 'open', staff: 'refused SELF' },
  },
  {
    ...sends('answerMoreTime', 'request { state }', ({ requests }) => ({
      requestId: requests(S.OPEN).id,
      version: 1,
      isGiven: true,
    })),
    at: 'an open request for verified people',
    answers: { ...signedIn('refused NOT_ALLOWED'), staff: 'open' },
  },
  {
    ...sends('answerMoreTime', 'request { state }', ({ requests }) => ({
      requestId: requests(S.DRAFT).id,
      version: 1,
      isGiven: true,
    })),
    at: 'a draft',
    answers: { ...signedIn('NOT_FOUND'), staff: 'refused TOO_LATE' },
  },
  {
    ...sends('withdrawResponse', RESPONSE, of('herAnswer')),
    at: 'what Meera answered',
    answers: HERS,
  },
  { ...sends('acceptOffer', RESPONSE, of('herOffer')), at: 'what Meera was offered', answers: HERS },
  { ...sends('declineOffer', RESPONSE, of('herOffer')), at: 'what Meera was offered', answers: HERS },
  {
    ...sends('assessDeclaration', RESPONSE, of('waiting', { assessment: 'NONE' })),
    at: 'what Tendo declared',
    answers: HIS,
  },
  { ...sends('shortlist', RESPONSE, of('waiting')), at: 'what Tendo answered', answers: HIS },
  {
    ...sends('notSelect', RESPONSE, of('waiting', { feedback: 'One was enough.' })),
    at: 'what Tendo answered',
    answers: HIS,
  },
  {
    ...sends('offerWork', RESPONSE, of('shortlisted', { hours: 6, deliverables: 'A list.' })),
    at: 'what Tendo answered',
    answers: HIS,
  },
  { ...sends('completeEngagement', RESPONSE, of('atWork')), at: 'Tendo’s work', answers: HIS },
  {
    ...sends('endEngagement', RESPONSE, of('atWork', { feedback: 'The ward has closed.' })),
    at: 'Tendo’s work',
    answers: HIS,
  },
];
