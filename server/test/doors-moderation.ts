import { everyone, sends, signedIn, type Door } from './doors.ts';

const moderators = { ...everyone('empty'), staff: 'open', otherStaff: 'open', admin: 'open' } as const;

/** Kofi leads the private group in which somebody reported a reply by Meera; staff moderate what everybody reads. */
export const MODERATION: Door[] = [
  {
    field: 'Query.reportedReplies',
    at: 'a reply of a private group',
    ask: () => ({ query: '{ reportedReplies { edges { node { count reply { html } } } } }' }),
    answers: { ...signedIn('empty'), lead: 'open' },
  },
  {
    field: 'Query.reportsWaiting',
    at: 'a reply of a private group',
    ask: () => ({ query: '{ reportsWaiting }' }),
    answers: { ...signedIn('empty'), lead: 'open' },
  },
  {
    field: 'Query.moderationCursor',
    ask: () => ({ query: '{ moderationCursor { stream seq } }' }),
    answers: moderators,
  },
  {
    ...sends('settleReports', 'reply { number }', ({ answering }) => ({
      replyId: answering.id,
      seen: 1,
      verdict: 'WARNED',
      reason: 'Name your source.',
    })),
    at: 'a reply of a private group, by Meera',
    answers: { ...signedIn('NOT_FOUND'), lead: 'open' },
  },
];
