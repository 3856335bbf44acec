import { describe, expect, test } from 'vitest';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { LiveHead } from './head.live.svelte.ts';
import type { Discussion, ReplyItem } from './replies.live.svelte.ts';

const discussion = {
  id: 'oxygen',
  title: 'Which sensor?',
  kind: 'QUESTION',
  version: 5,
  closedAt: null,
  context: null,
  closing: null,
  answer: null,
} as unknown as Discussion;
const reply = { number: 2, html: '<p>Ceramic.</p>', author: { displayName: 'Meera' } } as ReplyItem;

function open() {
  const moves: number[] = [];
  const change = (work: () => void) => {
    moves.push(1);
    work();
  };
  const find = (number: number) => (number === 2 ? reply : undefined);
  return { head: new LiveHead(discussion, { change }, find), moves };
}

function changed(words: object, type = 'discussion.answered'): FeedEvent {
  const subject = {
    __typename: 'FeedDiscussion',
    id: 'oxygen',
    title: 'Which sensor?',
    kind: 'QUESTION',
    version: 6,
    answerNumber: null,
    closedAt: null,
    contextHtml: null,
    ...words,
  };
  return { type, subjectId: 'oxygen', subject } as unknown as FeedEvent;
}

describe('what stands above the replies', () => {
  test('shows the answer from the page, or where to find it', () => {
    const { head, moves } = open();
    const by = { displayName: 'Tendo' };
    head.hear(changed({ answerNumber: 2, answerBy: by, answerAt: '2026-01-02T00:00:00Z' }));
    expect(head.now).toMatchObject({ isAnswered: true, answer: { number: 2, by, reply } });

    head.hear(changed({ version: 7, answerNumber: 44, answerBy: by, answerAt: '2026-01-02T00:00:00Z' }));
    expect(head.now.answer).toMatchObject({ number: 44, reply: null });
    head.hear(changed({ version: 8 }));
    expect(head.now).toMatchObject({ isAnswered: false, answer: null });
    expect(moves).toHaveLength(3);
  });

  test('says that it was closed, and what stands, and takes no older word', () => {
    const { head } = open();
    const at = '2026-01-02T00:00:00Z';
    head.hear(
      changed({
        version: 9,
        closedAt: at,
        closingNoteHtml: '<p>Six.</p>',
        contextHtml: '<p>So.</p>',
        contextAt: at,
      }),
    );
    head.hear(changed({ version: 8 }));

    expect(head.now).toMatchObject({
      closing: { at, html: '<p>Six.</p>' },
      context: { at, html: '<p>So.</p>' },
    });
  });

  test('notices that it was moved, and nothing of another discussion', () => {
    const { head } = open();
    head.hear({ ...changed({ title: 'Other' }), subjectId: 'other' });
    expect(head.now.title).toBe('Which sensor?');
    head.hear({
      type: 'discussion.moved',
      subjectId: 'oxygen',
      subject: { __typename: 'Gone' },
    } as FeedEvent);
    expect(head.isMoved).toBe(true);
  });
});
