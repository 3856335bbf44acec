import { everyone, type Door } from './doors.ts';

/** What can be found, and by whom. */
export const SEARCH: Door[] = [
  {
    field: 'Query.search',
    at: 'the name of a confidential group',
    ask: () => ({ query: '{ search(text: "whistle") { hits { edges { node { href } } } } }' }),
    answers: { ...everyone('empty'), lead: 'open' },
  },
  {
    field: 'Query.search',
    at: 'the title of a discussion of a private group',
    ask: ({ list }) => ({
      query:
        'query ($text: String!) { search(text: $text, kind: DISCUSSION) { hits { edges { node { href } } } } }',
      variables: { text: list.title },
    }),
    answers: { ...everyone('empty'), member: 'open', lead: 'open' },
  },
];
