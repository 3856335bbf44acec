import { expect, test } from 'vitest';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { LiveReports } from './reports.live.svelte.ts';

const heard = (id: string, isSettled: boolean) =>
  ({
    seq: 1,
    type: isSettled ? 'report.settled' : 'report.made',
    subjectId: id,
    subjectVersion: isSettled ? 2 : 1,
    subject: { __typename: 'FeedReport', id, isSettled },
  }) as unknown as FeedEvent;

test('a report that came is counted until it is settled, and one shown is marked', () => {
  const live = new LiveReports(null, ['shown']);
  live.hear(heard('shown', false));
  live.hear(heard('new', false));
  live.hear(heard('new', false));
  expect(live.arrived).toEqual(['new']);
  expect(live.isSettled([{ id: 'shown' }])).toBe(false);

  live.hear(heard('new', true));
  live.hear(heard('shown', true));
  expect(live.arrived).toEqual([]);
  expect(live.isSettled([{ id: 'shown' }])).toBe(true);
});

test('one that went private since is as settled', () => {
  const live = new LiveReports(null, ['shown']);
  live.hear({ ...heard('shown', false), subject: { __typename: 'Gone' } } as FeedEvent);
  expect(live.isSettled([{ id: 'shown' }])).toBe(true);
});
