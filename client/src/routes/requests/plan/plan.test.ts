import { describe, expect, test } from 'vitest';
import type { PlannedRequestPartFragment, PlanPageQuery } from '#lib/api/generated/operations.ts';
import { elsewhere, figuresOf, lostBy, movedIn } from './plan.ts';

type Part = PlannedRequestPartFragment;
const seat = (name: string | null, rank: number, score: number): Part['seats'][number] => ({
  id: `${name}-${rank}`,
  rank,
  score,
  band: 'GOOD',
  state: 'PROPOSED',
  whyNot: null,
  person: name ? { id: name, handle: name, displayName: name } : null,
});
const part = (id: string, facts: Partial<Part>): Part => ({
  request: { id, title: id },
  needed: 1,
  empty: 0,
  passed: 3,
  listScore: 0,
  planScore: 0,
  seats: [],
  passedOver: [],
  ...facts,
});

const oxygen = part('oxygen', { seats: [seat('kofi', 2, 0.6)], passedOver: [seat('meera', 1, 0.8)] });
const audit = part('audit', { needed: 2, empty: 1, seats: [seat('meera', 1, 0.7)] });

describe('a plan', () => {
  test('says who moves against the list and what it costs', () => {
    expect(movedIn(oxygen).map(({ person }) => person?.id)).toEqual(['kofi']);
    expect(lostBy(oxygen)).toBeCloseTo(0.2);
    expect(lostBy(audit)).toBe(0);
    expect(figuresOf([oxygen, audit])).toMatchObject({ seats: 3, filled: 2, empty: 1, moved: 1 });
  });

  test('names the worst served, and nobody when every seat is filled', () => {
    expect(figuresOf([oxygen, audit]).worst?.request.id).toBe('audit');
    expect(figuresOf([oxygen]).worst).toBeNull();
  });

  test('says where somebody goes instead, but follows nobody who is hidden', () => {
    const plan = { requests: [oxygen, audit] } as unknown as PlanPageQuery['plan'];
    expect(elsewhere(seat('meera', 1, 0.8), oxygen, plan)).toEqual(['audit']);
    expect(elsewhere(seat(null, 1, 0.8), oxygen, plan)).toEqual([]);
  });
});
