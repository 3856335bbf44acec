import { RequestState } from '../src/requests/request.states.ts';
import { everyone, signedIn, type Door } from './doors.ts';

const CURSORS = `__typename ... on Batch { toSeq } ... on AccessChanged { stream }`;

/** What can be read: one row a field, and a second where a field leads to more than one kind of private thing. */
export const READING: Door[] = [
  {
    field: 'Query.vocabularyTerms',
    ask: () => ({ query: '{ vocabularyTerms(search: "infection") }' }),
    answers: everyone('open'),
  },
  {
    field: 'Query.evidencePreview',
    ask: () => ({ query: '{ evidencePreview(format: CSV, text: "title") { lines { title } } }' }),
    answers: signedIn('open'),
  },
  {
    field: 'Query.contributionTypes',
    ask: () => ({ query: '{ contributionTypes { code name } }' }),
    answers: everyone('open'),
  },
  {
    field: 'Query.discussion',
    at: 'a discussion of a private group',
    ask: ({ list }) => ({
      query:
        'query ($discussionId: ID!) { discussion(id: $discussionId) { title replies { edges { node { body } } } } }',
      variables: { discussionId: list.id },
    }),
    answers: { ...everyone('NOT_FOUND'), member: 'open', lead: 'open' },
  },
  {
    field: 'Query.discussions',
    at: 'the discussions of a private group',
    ask: ({ advisers }) => ({
      query: 'query ($groupId: ID) { discussions(groupId: $groupId) { edges { node { title } } } }',
      variables: { groupId: advisers.id },
    }),
    answers: { ...everyone('empty'), member: 'open', lead: 'open' },
  },
  {
    field: 'Query.drafts',
    at: 'where only one person has begun to write',
    ask: () => ({ query: '{ drafts(places: ["discussion:begun"]) { body version } }' }),
    answers: { ...signedIn('empty'), lead: 'open' },
  },
  {
    field: 'Query.feedSince',
    at: 'the stream of a private group',
    ask: ({ advisers }) => ({
      query: `query ($cursors: [CursorInput!]!) { feedSince(cursors: $cursors) { ${CURSORS} } }`,
      variables: { cursors: [{ stream: `group:${advisers.id}`, epoch: 1, seq: 0 }] },
    }),
    answers: { ...signedIn('AccessChanged'), member: 'open', lead: 'open' },
  },
  {
    field: 'Query.group',
    at: 'a confidential group',
    ask: ({ whistle }) => ({
      query:
        'query ($slug: String!) { group(slug: $slug) { name purpose members { edges { node { since } } } } }',
      variables: { slug: whistle.slug },
    }),
    answers: { ...everyone('NOT_FOUND'), lead: 'open' },
  },
  {
    field: 'Query.groups',
    at: 'one’s own',
    ask: () => ({ query: '{ groups(mine: true) { edges { node { name } } } }' }),
    answers: { ...everyone('empty'), member: 'open', lead: 'open' },
  },
  {
    field: 'Query.groups',
    at: 'those that wait for a yes',
    ask: () => ({ query: '{ groups(proposed: true) { edges { node { name } } } }' }),
    answers: { ...everyone('empty'), staff: 'open', otherStaff: 'open', admin: 'open' },
  },
  {
    field: 'Query.hubCursor',
    ask: () => ({ query: '{ hubCursor { stream epoch seq } }' }),
    answers: everyone('open'),
  },
  {
    field: 'Query.myResponses',
    ask: () => ({ query: '{ myResponses { edges { node { state text person { handle } } } } }' }),
    answers: { ...signedIn('empty'), member: 'open' },
  },
  {
    field: 'Query.people',
    at: 'those who are suspended',
    ask: () => ({ query: '{ people(suspended: true) { edges { node { displayName } } } }' }),
    answers: { ...signedIn('NOT_FOUND'), staff: 'open', otherStaff: 'open', admin: 'open' },
  },
  {
    field: 'Query.people',
    at: 'people who show nothing to everybody',
    ask: () => ({ query: '{ people { edges { node { displayName } } } }' }),
    answers: { ...everyone('open'), stranger: 'empty' },
  },
  {
    field: 'Query.person',
    at: 'somebody who is suspended',
    ask: ({ silent }) => ({
      query: 'query ($handle: String!) { person(handle: $handle) { displayName profile { email } } }',
      variables: { handle: silent.handle },
    }),
    answers: { ...everyone('NOT_FOUND'), staff: 'open', otherStaff: 'open', admin: 'open' },
  },
  {
    field: 'Query.personCursor',
    ask: () => ({ query: '{ personCursor { stream } }' }),
    answers: { ...everyone('open'), stranger: 'empty' },
  },
  {
    field: 'Query.preview',
    ask: () => ({ query: '{ preview(body: "**Now**") }' }),
    answers: signedIn('open'),
  },
  {
    field: 'Query.programmes',
    ask: () => ({ query: '{ programmes { name } }' }),
    answers: everyone('open'),
  },
  {
    field: 'Query.reply',
    at: 'a reply in a private group',
    ask: ({ hers }) => ({
      query: 'query ($replyId: ID!) { reply(id: $replyId) { body html } }',
      variables: { replyId: hers.id },
    }),
    answers: { ...everyone('NOT_FOUND'), member: 'open', lead: 'open' },
  },
  {
    field: 'Query.request',
    at: 'a draft',
    ask: ({ requests }) => ({
      query: 'query ($requestId: ID!) { request(id: $requestId) { title problem } }',
      variables: { requestId: requests(RequestState.DRAFT).id },
    }),
    answers: { ...everyone('NOT_FOUND'), staff: 'open' },
  },
  {
    field: 'Query.request',
    at: 'an open one for verified people, of which everyone signed in may know',
    ask: ({ requests }) => ({
      query: 'query ($requestId: ID!) { request(id: $requestId) { title problem } }',
      variables: { requestId: requests(RequestState.OPEN).id },
    }),
    answers: { ...everyone('open'), stranger: 'NOT_FOUND' },
  },
  {
    field: 'Query.requestCounts',
    ask: () => ({ query: '{ requestCounts { open past mine forMe } }' }),
    answers: everyone('open'),
  },
  {
    field: 'Query.requests',
    at: 'those one looks after, drafts too',
    ask: () => ({ query: '{ requests(filter: MINE) { edges { node { title problem } } } }' }),
    answers: { ...everyone('empty'), staff: 'open' },
  },
  {
    field: 'Query.similarDiscussions',
    at: 'a discussion of a private group',
    ask: () => ({ query: '{ similarDiscussions(title: "An amber list") { title } }' }),
    answers: { ...everyone('empty'), member: 'open', lead: 'open' },
  },
  {
    field: 'Query.strand',
    ask: ({ strand }) => ({
      query: 'query ($strand: String!) { strand(slug: $strand) { name } }',
      variables: { strand: strand.slug },
    }),
    answers: everyone('open'),
  },
  {
    field: 'Query.strands',
    ask: () => ({ query: '{ strands { name homeGroup { name } } }' }),
    answers: everyone('open'),
  },
  {
    field: 'Query.viewer',
    ask: () => ({ query: '{ viewer { id profile { email } } }' }),
    answers: { ...everyone('open'), stranger: 'empty' },
  },
  {
    field: 'Subscription.feed',
    at: 'the stream of a private group, on the socket',
    ask: ({ advisers }) => ({
      query: `subscription ($cursors: [CursorInput!]!) { feed(cursors: $cursors) { ${CURSORS} } }`,
      variables: { cursors: [{ stream: `group:${advisers.id}`, epoch: 1, seq: 0 }] },
    }),
    answers: { ...signedIn('AccessChanged'), member: 'open', lead: 'open' },
  },
];
