import { expect, test } from 'vitest';
import { circlesOf, landPath, WORLD } from './map.ts';

test('small islands have their circle, within the picture', () => {
  const small = ['SG', 'MT', 'MV', 'MU', 'BB', 'SC', 'BH', 'WS', 'KM', 'TV'];
  const circles = circlesOf(small.map((country) => ({ country, experts: 5 })));

  expect(circles.map(({ country }) => country)).toEqual(small);
  for (const { x, y } of circles) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WORLD.wide);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(WORLD.high);
  }
});

test('the area of a circle is its number, and what is held back is hollow', () => {
  const [many, few, held] = circlesOf([
    { country: 'GB', experts: 40 },
    { country: 'GH', experts: 10 },
    { country: 'NP', experts: null },
  ]);

  expect((many?.r ?? 0) / (few?.r ?? 1)).toBeCloseTo(2, 1);
  expect(held).toMatchObject({ isHeld: true });
});

test('the land is one path, small enough to send', () => {
  expect(landPath()).toMatch(/^M/);
  expect(landPath().length).toBeLessThan(60_000);
});
