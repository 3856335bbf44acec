import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';
import type { Insight } from './figure.ts';
import { figureOf, figuresOf } from './figures.ts';

const INSIGHT: Insight = {
  at: '2026-11-24T12:00:00Z',
  isWhole: false,
  coverage: [
    {
      expertise: '=Burns',
      asked: 3,
      available: null,
      isShort: true,
      demand: [
        { strandId: 't', strand: 'Technical collaboration', people: 3 },
        { strandId: null, strand: null, people: 1 },
      ],
    },
  ],
  funnel: [
    { step: 'SUGGESTED', asked: 12, unasked: 0 },
    { step: 'INVITED', asked: 7, unasked: 0 },
    { step: 'VIEWED', asked: null, unasked: 0 },
    { step: 'RESPONDED', asked: null, unasked: 6 },
    { step: 'SELECTED', asked: 0, unasked: 0 },
    { step: 'COMPLETED', asked: 0, unasked: 0 },
  ],
  waiting: {
    medianDays: 2.46,
    requests: 3,
    without: 1,
    spans: [
      { fromDay: 0, toDay: 1, requests: 0 },
      { fromDay: 3, toDay: 5, requests: 2 },
      { fromDay: 15, toDay: null, requests: 0 },
    ],
  },
  participation: [
    { strandId: 't', strand: 'Technical collaboration', weeks: [{ week: '2026-11-16', people: null }] },
  ],
  load: {
    invitations: 10,
    experts: 20,
    busiestTenth: 0.4,
    spread: [
      { invitations: 0, experts: 15 },
      { invitations: 6, experts: 5 },
    ],
  },
  countries: {
    countries: [
      { country: 'GH', experts: 6 },
      { country: 'NP', experts: null },
    ],
    elsewhere: 0,
    expertise: [],
  },
};

test('every figure says what it shows, and what is held back is said, not counted', () => {
  expect(figuresOf(INSIGHT).map(({ finding }) => finding)).toEqual([
    '1 expertise asked for has too few available experts',
    'Of 7 asked, fewer than 5 answered; 6 more answered unasked',
    'Half of the requests that were answered had their first response within 2.5 days',
    'Fewer than 5 people wrote in any one week',
    'The most asked tenth of experts had 40 of 100 invitations',
    'Available experts live in 2 countries',
  ]);
});

test('the table and the file have the same rows', () => {
  const { columns, rows } = figureOf('funnel', INSIGHT);
  expect(rows.map((row) => row.join(' | '))).toEqual([
    'Suggested | 12 | 0 | ',
    'Invited | 7 | 0 | 5',
    'Opened it | fewer than 5 | 0 | ',
    'Answered | fewer than 5 | 6 | ',
    'Offered the work | 0 | 0 | ',
    'Finished the work | 0 | 0 | 0',
  ]);
  expect(csvOf(columns, rows).split('\r\n')).toHaveLength(8);
});

test('no expertise that somebody names runs in a spreadsheet', () => {
  const { columns, rows } = figureOf('coverage', INSIGHT);
  expect(columns).toEqual([
    'Expertise',
    'Technical collaboration',
    'No strand',
    'Asked for in all',
    'Available experts',
    'Gap',
  ]);
  expect(csvOf(columns, rows)).toContain("'=Burns,3,1,3,fewer than 5,Too few");
});

test('nothing at all is said as such', () => {
  const empty: Insight = {
    ...INSIGHT,
    coverage: [],
    funnel: INSIGHT.funnel.map(({ step }) => ({ step, asked: 0, unasked: 0 })),
    waiting: { medianDays: null, requests: 0, without: 0, spans: [] },
    participation: [],
    load: { invitations: 0, experts: 0, busiestTenth: null, spread: [] },
    countries: { countries: [], elsewhere: 0, expertise: [] },
  };
  expect(figuresOf(empty).map(({ finding }) => finding)).toEqual([
    'No open request asks for an expertise',
    'Nobody was asked and nobody answered in twelve months',
    'No request of twelve months has a response yet',
    'Nobody wrote in the last twelve weeks',
    'Nobody was invited in twelve months',
    'No available expert says where they live',
  ]);
});
