import 'reflect-metadata';
import { expect, test } from 'vitest';
import type { ExpertFacts } from '../matching/shapes.ts';
import { PlanGroup, PlanRuleKind, type PlanRule } from './plan-rule.ts';
import { rowsOf } from './plan-rule.rows.ts';

const rule = (words: Partial<PlanRule>): PlanRule => ({
  kind: PlanRuleKind.AT_LEAST,
  seats: 2,
  group: PlanGroup.COUNTRIES,
  value: 'SL, GH',
  requestId: null,
  isTogether: false,
  missed: 0,
  ...words,
});
const asked = (id: string, needed: number) => ({
  id,
  needed,
  candidates: ['kofi', 'meera', 'tendo'].map((expertId) => ({ expertId, score: 0.5 })),
});
const from = (id: string, baseCountry: string | null) => ({ id, baseCountry }) as ExpertFacts;
const experts = [from('kofi', 'GH'), from('meera', 'IN'), from('tendo', null)];
const seats = (rules: PlanRule[], ...needed: number[]) =>
  rowsOf(
    rules,
    needed.map((each, at) => asked(`r${at}`, each)),
    experts,
  ).rows.map((row) => row.seats);

test('asks for no more people than are needed, and for none where nobody is', () => {
  expect(seats([rule({})], 1, 3, 0)).toEqual([1, 2]);
  expect(seats([rule({ isTogether: true })], 1, 0)).toEqual([1]);
});

test('a limit stays as it was set, however few are needed', () => {
  expect(seats([rule({ kind: PlanRuleKind.AT_MOST })], 1)).toEqual([2]);
});

test('whoever tells no country lives in none of those named', () => {
  const { rows } = rowsOf([rule({ value: '' }), rule({})], [asked('r', 2)], experts);
  expect(rows.map(({ expertIds }) => [...expertIds])).toEqual([[], ['kofi']]);
});
