import type { DiscussionPageQuery } from '#lib/api/generated/operations.ts';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

type Asked = DiscussionPageQuery['discussion'];
export type Discussion = Omit<Asked, 'replies'>;
export type ReplyItem = Asked['replies']['edges'][number]['node'];

/** The replies the page came with, then each change to them as it is made. New ones wait until they are asked for. */
export class LiveReplies {
  list: ReplyItem[] = $state.raw([]);
  /** Heard, and not yet shown: nothing moves under the reader. */
  waiting: ReplyItem[] = $state.raw([]);
  lastNumber = $state(0);
  isClosed = $state(false);
  isStale = $state(false);
  readonly #discussion: Discussion;

  constructor(discussion: Discussion, replies: ReplyItem[]) {
    this.#discussion = discussion;
    this.list = replies;
    this.lastNumber = discussion.lastNumber;
  }

  /** How many were posted while the page was open and are not on it. */
  get unseen(): number {
    const newest = this.list.at(-1)?.number ?? 0;
    return Math.max(this.lastNumber - Math.max(newest, this.#discussion.lastNumber), this.waiting.length);
  }

  /** Shows what waits; answers with the first of them, for focus. */
  show(): ReplyItem | undefined {
    const [first] = this.waiting;
    this.list = [...this.list, ...this.waiting];
    this.waiting = [];
    return first;
  }

  hear({ subject }: FeedEvent): void {
    if (subject.__typename !== 'FeedReply' || subject.discussionId !== this.#discussion.id) return;
    const { __typename: _, discussionId: __, lastNumber, ...news } = subject;
    this.lastNumber = Math.max(this.lastNumber, lastNumber);
    const known = [...this.list, ...this.waiting].find(({ id }) => id === news.id);
    if (known) {
      if (known.version >= news.version) return;
      const replaced = (item: ReplyItem) => (item.id === news.id ? { ...item, ...news } : item);
      this.list = this.list.map(replaced);
      this.waiting = this.waiting.map(replaced);
      return;
    }
    // Only what follows the newest reply held belongs on this page; the rest is on another.
    const newest = this.waiting.at(-1)?.number ?? this.list.at(-1)?.number ?? 0;
    if (news.number !== newest + 1) return;
    this.waiting = [...this.waiting, { ...news, viewerCan: { edit: false, remove: false } }];
  }

  follow(): () => void {
    return follow([this.#discussion.cursor], {
      event: (event) => this.hear(event),
      reset: () => (this.isStale = true),
      closed: () => {
        this.list = [];
        this.waiting = [];
        this.isClosed = true;
      },
    });
  }
}
