import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { adapters } from './adapters.ts';
import { differences } from './differences.ts';
import { fieldAdapters } from './fields.ts';
import { fixturesOf } from './fixtures.ts';
import { markupOf } from './markup.ts';

// Our components against the cases nhsuk-frontend ships in its package: the same markup, save what is listed as meant.
const all = { ...adapters, ...fieldAdapters };
const cases = Object.entries(all).flatMap(([component, adapt]) =>
  fixturesOf(component).flatMap((fixture) => {
    // What comes by a call block or as markup is not in the options we are given.
    if (/HTML|call block|item widths/.test(fixture.name)) return [];
    const ours = adapt(fixture.context);
    return ours ? [{ component, fixture, ours }] : [];
  }),
);

test('every component is held against at least one case', () => {
  expect([...new Set(cases.map(({ component }) => component))].sort()).toEqual(Object.keys(all).sort());
  expect(cases.length).toBeGreaterThan(60);
});

describe.each(Object.keys(all))('%s', (component) => {
  test.each(
    cases.filter((each) => each.component === component).map((each) => [each.fixture.name, each] as const),
  )('%s', (_, { fixture, ours }) => {
    const { body } = render(ours.component, { props: ours.props });
    const meant = differences[component] ?? ((lines: string[]) => lines);
    expect(meant(markupOf(body))).toEqual(meant(markupOf(fixture.html)));
  });
});
