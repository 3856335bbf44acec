import type {
  DiscussionLineFragment,
  GroupHeadFragment,
  GroupTalkQuery,
} from '#lib/api/generated/operations.ts';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

/** Only visitors are shown the first words: everyone else can read on. */
export type DiscussionLine = DiscussionLineFragment & { summary?: string };

type Subject = FeedEvent['subject'];

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

  hear({ type, subject, subjectId }: FeedEvent): void {
    // Another group went on in this one: its discussions are here, and none of them was told of by itself.
    if (type === 'group.merged') this.isStale = true;
    if (subject.__typename === 'FeedReadMark') this.#read(subject.discussionId, subject.number);
    if (subject.__typename === 'FeedDiscussion') this.#changed(subject);
    if (subject.__typename === 'Gone' && type.startsWith('discussion.')) this.#moves(subjectId);
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

  /** Its title and state change where it stands; one that is not on the list would stand on it now. */
  #changed({ id, title, kind, closedAt, answerNumber, version }: Extract<Subject, { title: string }>): void {
    const line = this.#line(id);
    if (!line) return this.#moves(id);
    if (line.version >= version) return;
    this.#patch(id, () => ({ title, kind, closedAt, isAnswered: answerNumber !== null, version }));
  }

  /** The mark as it is now: reading raises it, and its owner may take it back. */
  #read(id: string, number: number): void {
    this.#patch(id, ({ lastNumber }) => ({
      readTo: number,
      unreadCount: Math.max(lastNumber - number, 0),
    }));
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
