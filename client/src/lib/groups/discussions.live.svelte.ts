import type {
  DiscussionLineFragment,
  GroupHeadFragment,
  GroupTalkQuery,
} from '#lib/api/generated/operations.ts';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

/** Only visitors are shown the first words: everyone else can read on. */
export type DiscussionLine = DiscussionLineFragment & { summary?: string };

/** A list of discussions: counts change in place, the order never does. What would change it is counted instead. */
export class LiveDiscussions {
  list: DiscussionLine[] = $state.raw([]);
  isClosed = $state(false);
  isStale = $state(false);
  #moved: readonly string[] = $state.raw([]);
  readonly #group: GroupHeadFragment;
  readonly #talk: GroupTalkQuery;

  constructor(group: GroupHeadFragment, talk: GroupTalkQuery) {
    this.#group = group;
    this.#talk = talk;
    this.list = talk.discussions.edges.map(({ node }) => node);
  }

  /** How many discussions would stand elsewhere, or at all, if the list were fetched now. */
  get updates(): number {
    return this.#moved.length;
  }

  hear({ type, subject }: FeedEvent): void {
    if (subject.__typename === 'FeedReadMark') this.#read(subject.discussionId, subject.number);
    if (subject.__typename === 'FeedDiscussion' && !this.#line(subject.id)) this.#moves(subject.id);
    if (subject.__typename !== 'FeedReply' || type !== 'reply.posted') return;

    const { discussionId: id, lastNumber, postedAt: latestAt } = subject;
    const line = this.#line(id);
    if (line && line.lastNumber >= lastNumber) return;
    this.#patch(id, ({ readTo }) => ({
      lastNumber,
      latestAt,
      replyCount: lastNumber - 1,
      unreadCount: lastNumber - readTo,
    }));
    this.#moves(id);
  }

  follow(): () => void {
    const cursors = [this.#group.cursor, this.#talk.personCursor].filter((cursor) => cursor !== null);
    return follow(cursors, {
      event: (event) => this.hear(event),
      reset: () => (this.isStale = true),
      closed: (stream) => {
        if (stream !== this.#group.cursor.stream) return;
        this.list = [];
        this.isClosed = true;
      },
    });
  }

  #read(id: string, number: number): void {
    this.#patch(id, ({ readTo, lastNumber }) => {
      const to = Math.max(readTo, number);
      return { readTo: to, unreadCount: Math.max(lastNumber - to, 0) };
    });
  }

  #line(id: string): DiscussionLine | undefined {
    return this.list.find((line) => line.id === id);
  }

  #patch(id: string, change: (line: DiscussionLine) => Partial<DiscussionLine>): void {
    this.list = this.list.map((line) => (line.id === id ? { ...line, ...change(line) } : line));
  }

  #moves(id: string): void {
    // What stands first already would only stay there.
    const isTop = this.list[0]?.id === id && !this.#talk.discussions.pageInfo.hasPreviousPage;
    if ((isTop && this.#moved.length === 0) || this.#moved.includes(id)) return;
    this.#moved = [...this.#moved, id];
  }
}
