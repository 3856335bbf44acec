import { expect, test } from 'vitest';
import type { ResponsesPageQuery } from '#lib/api/generated/operations.ts';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { LiveResponses } from './responses.live.svelte.ts';

const page = () =>
  ({
    id: 'oxygen',
    staffCursor: null,
    responses: {
      edges: [
        { node: { id: 'hers', state: 'INVITED', version: 1 } },
        { node: { id: 'his', state: 'SUBMITTED', version: 3 } },
      ],
    },
    responseCounts: [
      { state: 'INVITED', count: 1 },
      { state: 'SUBMITTED', count: 1 },
    ],
  }) as unknown as ResponsesPageQuery['request'];

const heard = (id: string, responseState: string, version: number) =>
  ({
    subject: { __typename: 'FeedResponse', requestId: 'oxygen', id, responseState, version },
  }) as unknown as FeedEvent;

test('an answer moves from one count to the other, once', () => {
  const live = new LiveResponses(page());
  live.hear(heard('hers', 'SUBMITTED', 2));
  live.hear(heard('hers', 'SUBMITTED', 2));

  expect(live.counts).toEqual([{ state: 'SUBMITTED', count: 2 }]);
  expect(live.stateOf('hers')).toBe('SUBMITTED');
});

test('an answer the page does not hold only says that there is more', () => {
  const live = new LiveResponses(page());
  live.hear(heard('another', 'SUBMITTED', 1));

  expect(live.isStale).toBe(true);
  expect(live.counts).toHaveLength(2);
});
