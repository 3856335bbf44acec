import { signedIn, type Door } from './doors.ts';

/** What staff look at to see how the whole is doing. */
export const INSIGHT: Door[] = [
  {
    field: 'Query.desk',
    at: 'the requests of one’s own programmes',
    ask: () => ({ query: '{ desk { title needs offered gap } }' }),
    answers: { ...signedIn('NOT_FOUND'), staff: 'open', otherStaff: 'empty', admin: 'empty' },
  },
  {
    field: 'Query.insight',
    ask: () => ({
      query: '{ insight { coverage { expertise available } load { invitations } fairness { shown } } }',
    }),
    answers: { ...signedIn('NOT_FOUND'), staff: 'open', otherStaff: 'open', admin: 'open' },
  },
];
