import { describe, expect, test } from 'vitest';
import type { GroupHeadFragment, GroupTalkQuery } from '#lib/api/generated/operations.ts';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { LiveDiscussions } from './discussions.live.svelte.ts';

const group = { id: 'oxygen' } as GroupHeadFragment;
const line = (id: string, lastNumber: number, readTo: number) => ({
  node: {
    id,
    lastNumber,
    readTo,
    replyCount: lastNumber - 1,
    unreadCount: lastNumber - readTo,
    latestAt: '2026-01-01T00:00:00Z',
    title: id,
    version: lastNumber,
  },
});

function list(hasPreviousPage = false): LiveDiscussions {
  const edges = [line('valves', 5, 5), line('filters', 3, 1)];
  const pageInfo = { hasNextPage: false, hasPreviousPage, endCursor: null };
  return new LiveDiscussions(group, {
    discussions: { edges, pageInfo },
    personCursor: null,
  } as unknown as GroupTalkQuery);
}

function posted(discussionId: string, lastNumber: number, type = 'reply.posted'): FeedEvent {
  const subject = { __typename: 'FeedReply', discussionId, lastNumber, postedAt: '2026-01-02T00:00:00Z' };
  return { type, subject } as FeedEvent;
}

describe('a list of discussions', () => {
  test('counts a reply in place and never re-orders', () => {
    const live = list();
    live.hear(posted('filters', 4));

    expect(live.list.map(({ id, replyCount, unreadCount }) => [id, replyCount, unreadCount])).toEqual([
      ['valves', 4, 0],
      ['filters', 3, 3],
    ]);
    expect(live.updates).toBe(1);
  });

  test('counts each discussion once, and those of other pages too', () => {
    const live = list();
    for (const number of [4, 5, 6]) live.hear(posted('filters', number));
    live.hear(posted('elsewhere', 9));

    expect(live.updates).toBe(2);
  });

  test('does not announce what would only stay where it is', () => {
    const live = list();
    live.hear(posted('valves', 6));
    expect(live.updates).toBe(0);

    const second = list(true);
    second.hear(posted('valves', 6));
    expect(second.updates).toBe(1);
  });

  test('takes neither an edit nor what the page came with for news', () => {
    const live = list();
    live.hear(posted('filters', 3));
    live.hear(posted('filters', 4, 'reply.edited'));

    expect(live.updates).toBe(0);
    expect(live.list[1]?.replyCount).toBe(2);
  });

  test('shows another title and state where it stands, and never an older one', () => {
    const live = list();
    const heard = (version: number, title: string) =>
      live.hear({
        type: 'discussion.renamed',
        subject: {
          __typename: 'FeedDiscussion',
          id: 'filters',
          title,
          kind: 'QUESTION',
          answerNumber: 2,
          version,
        },
      } as FeedEvent);
    heard(5, 'Which filters?');
    heard(4, 'What filters?');

    expect(live.list.map(({ title }) => title)).toEqual(['valves', 'Which filters?']);
    expect(live.list[1]).toMatchObject({ kind: 'QUESTION', isAnswered: true });
    expect(live.updates).toBe(0);
  });

  test('counts what was moved away as an update, and leaves it until the list is shown anew', () => {
    const live = list();
    live.hear({
      type: 'discussion.moved',
      subjectId: 'filters',
      subject: { __typename: 'Gone' },
    } as FeedEvent);

    expect(live.list).toHaveLength(2);
    expect(live.updates).toBe(1);
  });

  test('is out of date when another group went on in this one', () => {
    const live = list();
    live.hear({ type: 'group.merged', subject: { __typename: 'FeedGroup' } } as FeedEvent);

    expect(live.isStale).toBe(true);
  });

  test('hears what was read on another page of the same person', () => {
    const live = list();
    live.hear({
      type: 'readmark.moved',
      subject: { __typename: 'FeedReadMark', discussionId: 'filters', number: 2 },
    } as FeedEvent);

    expect(live.list[1]).toMatchObject({ readTo: 2, unreadCount: 1 });
  });
});
