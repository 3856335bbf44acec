import { everyone, sends, signedIn, type Door } from './doors.ts';

/** What is addressed to a person, and what they choose to hear of. */
export const INBOX: Door[] = [
  {
    field: 'Query.inbox',
    at: 'where only one person was told of anything',
    ask: () => ({ query: '{ inbox { edges { node { says href } } } }' }),
    answers: { ...signedIn('empty'), lead: 'open' },
  },
  {
    field: 'Query.inboxThings',
    at: 'where only one person was told of anything',
    ask: () => ({ query: '{ inboxThings(tab: UPDATES) { edges { node { id title href } } } }' }),
    answers: { ...signedIn('empty'), lead: 'open' },
  },
  {
    field: 'Query.inboxCounts',
    ask: () => ({ query: '{ inboxCounts { needsReply updates snoozed muted } }' }),
    answers: signedIn('open'),
  },
  {
    field: 'Query.notificationChoices',
    ask: () => ({ query: '{ notificationChoices { quietFrom topics { topic mail } } }' }),
    answers: signedIn('open'),
  },
  {
    field: 'Query.unreadInbox',
    at: 'where only one person was told of anything',
    ask: () => ({ query: '{ unreadInbox }' }),
    answers: { ...everyone('empty'), lead: 'open' },
  },
  {
    field: 'Query.unsubscribe',
    at: 'an address that was never sent',
    ask: () => ({ query: '{ unsubscribe(address: "abc.daily") { isOff } }' }),
    answers: everyone('NOT_FOUND'),
  },
  {
    field: 'Query.briefing',
    at: 'on a day like any other',
    ask: () => ({ query: '{ briefing { since outcomes } }' }),
    answers: signedIn('empty'),
  },
  {
    field: 'Query.firstSteps',
    ask: () => ({ query: '{ firstSteps { expertise availability strand } }' }),
    answers: signedIn('open'),
  },
  {
    field: 'Query.recentOutcomes',
    at: 'where nothing is closed with an outcome',
    ask: () => ({ query: '{ recentOutcomes { title changedWhat } }' }),
    answers: everyone('empty'),
  },
  {
    ...sends('markNotifications', 'unreadInbox', ({ news }) => ({ ids: [news.id], done: true })),
    at: 'somebody’s notification, which stays as it is for all others',
    answers: signedIn('open'),
  },
  { ...sends('markAllDone', 'unreadInbox', () => ({})), answers: signedIn('open') },
  {
    ...sends('triageInbox', 'unreadInbox counts { updates }', ({ whistle }) => ({
      things: [`group:${whistle.id}`],
      act: 'MUTE',
    })),
    at: 'a thing that one person was told of, which stays as it is for all others',
    answers: signedIn('open'),
  },
  {
    ...sends('chooseNotifications', 'choices { quietFrom quietTo topics { topic inHub mail } }', () => ({
      topics: [{ topic: 'REPLY_TO_ME', inHub: true, mail: 'DAILY' }],
      quietFrom: '22:00',
      quietTo: '07:00',
      isPaused: false,
    })),
    answers: signedIn('open'),
  },
];
