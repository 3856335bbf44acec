import { everyone, sends, signedIn, type Door } from './doors.ts';

const admin = { ...signedIn('NOT_FOUND'), admin: 'open' } as const;
/** Kofi leads both groups and nobody else one of them. */
const itsLead = { ...signedIn('NOT_FOUND'), lead: 'open' } as const;
const ADVISERS = 'a private group';

/** What admins do to the hub, and leads to their groups. */
export const ADMIN: Door[] = [
  {
    field: 'Query.auditEntries',
    ask: () => ({ query: '{ auditEntries { edges { node { verb } } } }' }),
    answers: { ...everyone('NOT_FOUND'), stranger: 'UNAUTHENTICATED', admin: 'open' },
  },
  {
    field: 'Query.auditVerbs',
    ask: () => ({ query: '{ auditVerbs }' }),
    answers: { ...everyone('NOT_FOUND'), stranger: 'UNAUTHENTICATED', admin: 'open' },
  },
  {
    field: 'Query.matchingWeights',
    ask: () => ({ query: '{ matchingWeights { version shares { percent } history { reason } } }' }),
    answers: { ...everyone('NOT_FOUND'), stranger: 'UNAUTHENTICATED', admin: 'open' },
  },
  {
    field: 'Query.groupMerger',
    at: ADVISERS,
    ask: ({ advisers, whistle }) => ({
      query: `query ($sourceId: ID!, $targetId: ID!) {
        groupMerger(sourceId: $sourceId, targetId: $targetId) { joining } }`,
      variables: { sourceId: advisers.id, targetId: whistle.id },
    }),
    answers: { ...signedIn('NOT_FOUND'), stranger: 'UNAUTHENTICATED', lead: 'open' },
  },
  {
    field: 'Query.strandMerger',
    ask: ({ strand, ethical }) => ({
      query: `query ($sourceId: ID!, $targetId: ID!) {
        strandMerger(sourceId: $sourceId, targetId: $targetId) { joining requests } }`,
      variables: { sourceId: strand.id, targetId: ethical.id },
    }),
    answers: { ...admin, stranger: 'UNAUTHENTICATED' },
  },
  {
    ...sends('mergeGroups', 'group { slug }', ({ advisers, whistle }) => ({
      sourceId: advisers.id,
      targetId: whistle.id,
    })),
    at: 'a private group, into a confidential one',
    answers: itsLead,
  },
  {
    ...sends('mergeStrands', 'strand { slug }', ({ strand, ethical }) => ({
      sourceId: strand.id,
      targetId: ethical.id,
    })),
    answers: admin,
  },
  {
    ...sends('splitGroup', 'group { slug name purpose }', ({ whistle, kofi }) => ({
      groupId: whistle.id,
      name: 'Whistle blowers',
      purpose: 'A part of it.',
      discussionIds: [],
      personIds: [kofi.id],
    })),
    at: 'a confidential group',
    answers: itsLead,
  },
  {
    ...sends('renameGroup', 'group { slug name purpose }', ({ advisers }) => ({
      groupId: advisers.id,
      version: 1,
      name: 'List advisers',
      purpose: 'Advice.',
    })),
    at: ADVISERS,
    answers: { ...signedIn('refused NOT_ALLOWED'), lead: 'open' },
  },
  {
    ...sends('changePrivacy', 'group { privacy }', ({ whistle }) => ({
      groupId: whistle.id,
      version: 1,
      privacy: 'PRIVATE',
    })),
    at: 'a confidential group that holds no discussions',
    answers: itsLead,
  },
  {
    ...sends('changeGroupState', 'group { state }', ({ advisers }) => ({
      groupId: advisers.id,
      version: 1,
      state: 'DORMANT',
    })),
    at: ADVISERS,
    answers: { ...signedIn('refused NOT_ALLOWED'), lead: 'open' },
  },
  {
    ...sends('editContext', 'group { context { html text } }', ({ advisers }) => ({
      groupId: advisers.id,
      version: 0,
      text: 'Read the list first.',
    })),
    at: ADVISERS,
    answers: { ...signedIn('refused NOT_ALLOWED'), lead: 'open' },
  },
  {
    ...sends('orderGroups', 'strand { slug }', ({ strand }) => ({ strandId: strand.id, groupIds: [] })),
    answers: admin,
  },
  {
    ...sends('restoreStrand', 'strand { state }', ({ rested }) => ({ strandId: rested.id })),
    answers: admin,
  },
  {
    ...sends('addContributionType', 'contributionTypes { name }', () => ({ name: 'Translate' })),
    answers: admin,
  },
  {
    ...sends('editContributionType', 'contributionTypes { name }', () => ({
      code: 'ADVISE',
      version: 1,
      name: 'Give advice',
      archived: false,
    })),
    answers: admin,
  },
  {
    ...sends('setMatchingWeights', 'matchingWeights { version }', () => ({
      version: 0,
      ...{ topic: 40, preferred: 20, country: 18, contribution: 10, availability: 6, fairLoad: 6 },
      reason: 'Requests of this year are about places.',
    })),
    answers: admin,
  },
  {
    ...sends('orderContributionTypes', 'contributionTypes { code }', () => ({
      codes: 'HOST ADVISE REVIEW SCAN_EVIDENCE TEACH MENTOR ASSESS SPEAK DELIVER_ON_SITE'.split(' '),
    })),
    answers: admin,
  },
];
