import { expect, test } from 'vitest';
import type { MatchesPageQuery } from '#lib/api/generated/operations.ts';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { LiveMatches } from './matches.live.svelte.ts';

const page = (): MatchesPageQuery['request'] =>
  ({
    id: 'oxygen',
    staffCursor: null,
    matches: {
      matches: [
        { key: 'b7', response: { id: 'hers', state: 'INVITED', version: 2 } },
        { key: 'c2', response: null },
      ],
    },
  }) as unknown as MatchesPageQuery['request'];

const response = (id: string, responseState: string, version: number, requestId = 'oxygen') =>
  ({
    subject: { __typename: 'FeedResponse', id, responseState, version, requestId },
  }) as unknown as FeedEvent;

test('an answer patches its own row, and only once', () => {
  const live = new LiveMatches(page());
  live.hear(response('hers', 'SUBMITTED', 4));
  live.hear(response('hers', 'SEEN', 3));

  expect(live.stateOf('hers')).toBe('SUBMITTED');
  expect(live.isStale).toBe(false);
});

test('an answer from somebody whose row does not know it makes the ranking old, and moves nobody', () => {
  const live = new LiveMatches(page());
  live.hear(response('his', 'SUBMITTED', 1, 'another'));
  expect(live.isStale).toBe(false);
  live.hear(response('his', 'SUBMITTED', 1));

  expect(live.isStale).toBe(true);
  expect(live.responses.map(({ id, state }) => `${id} ${state}`)).toEqual(['hers INVITED']);
});
