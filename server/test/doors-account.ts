import { everyone, sends, signedIn, type Door } from './doors.ts';

/** What people are told and may do of their own account, and how many people a search finds. */
export const ACCOUNT: Door[] = [
  {
    field: 'Query.account',
    at: 'one’s own',
    ask: () => ({ query: '{ account { email sessions { id } } }' }),
    answers: signedIn('open'),
  },
  {
    field: 'Query.needsSecondStep',
    at: 'a hub that requires none',
    ask: () => ({ query: '{ needsSecondStep }' }),
    answers: everyone('open'),
  },
  {
    field: 'Query.peopleCount',
    at: 'the suspended',
    ask: () => ({ query: '{ peopleCount(suspended: true) }' }),
    answers: {
      ...everyone('NOT_FOUND'),
      stranger: 'UNAUTHENTICATED',
      staff: 'open',
      otherStaff: 'open',
      admin: 'open',
    },
  },
  {
    ...sends('endSession', 'sessionId', ({ session }) => ({ sessionId: session.id })),
    at: 'a session of Kofi’s',
    answers: { ...signedIn('NOT_FOUND'), lead: 'open' },
  },
  {
    ...sends('eraseSelf', 'erased', () => ({ password: 'correct horse battery', keepReplies: false })),
    at: 'oneself; only Kofi has chosen a password, and the admin is the only one',
    answers: { ...signedIn('refused NOT_ALLOWED'), lead: 'open', admin: 'refused WRONG_STATE' },
  },
  { ...sends('endOtherSessions', 'ended', () => ({})), answers: signedIn('open') },
  {
    ...sends('editPreferences', 'preferences { scheme }', () => ({ scheme: 'DARK' })),
    answers: signedIn('open'),
  },
];
