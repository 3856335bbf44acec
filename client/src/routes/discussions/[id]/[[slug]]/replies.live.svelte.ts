import type { DiscussionPageQuery } from '#lib/api/generated/operations.ts';
import type { FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

type Asked = DiscussionPageQuery['discussion'];
export type Discussion = Omit<Asked, 'replies'>;
export type ReplyItem = Asked['replies']['edges'][number]['node'];

/** What the hub holds of the thanks for a reply; whether one's own are among them, only where one gave them here. */
export interface Thanks {
  replyId: string;
  thanksCount: number;
  thanksVersion: number;
  viewerThanked?: boolean;
}

/** What the page knows of its reader and its screen. */
export interface Reader {
  id: string | null;
  /** Whether something new may be shown at the end at once. */
  mayAppend(): boolean;
  /** Makes a change so that what is being read stays where it is; `numbers` are about to lose their words. */
  change(change: () => void, removed?: number): void;
  /** Somebody else's reply came in. */
  heard(reply: ReplyItem): void;
}

const NOBODY: Reader = {
  id: null,
  mayAppend: () => false,
  change: (change) => change(),
  heard: () => {},
};

/** The replies the page came with, then each change to them as it is made. New ones wait until they are asked for. */
export class LiveReplies {
  list: ReplyItem[] = $state.raw([]);
  /** Heard, and not yet shown: nothing moves under the reader. */
  waiting: ReplyItem[] = $state.raw([]);
  lastNumber = $state(0);
  isClosed = $state(false);
  isStale = $state(false);
  readonly #discussion: Discussion;
  readonly #reader: Reader;

  constructor(discussion: Discussion, replies: ReplyItem[], reader: Reader = NOBODY) {
    this.#discussion = discussion;
    this.#reader = reader;
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

  /** Puts one's own reply on the page, with all that came before it. False where it belongs on another page. */
  add(reply: ReplyItem): boolean {
    this.lastNumber = Math.max(this.lastNumber, reply.number);
    if (this.list.some(({ id }) => id === reply.id)) return true;
    this.waiting = [...this.waiting.filter(({ number }) => number < reply.number), reply];
    const newest = this.list.at(-1)?.number ?? 0;
    const isWhole = this.waiting.every(({ number }, place) => number === newest + 1 + place);
    if (isWhole) this.show();
    else this.waiting = this.waiting.slice(0, -1);
    return isWhole;
  }

  /** A count is set and never added to; an older one than is held is no news. */
  thank({ replyId, viewerThanked, ...counted }: Thanks): void {
    const changed = (item: ReplyItem): ReplyItem => {
      if (item.id !== replyId) return item;
      const own = viewerThanked === undefined ? item : { ...item, viewerThanked };
      return counted.thanksVersion < item.thanksVersion ? own : { ...own, ...counted };
    };
    this.list = this.list.map(changed);
    this.waiting = this.waiting.map(changed);
  }

  hear({ type, subject }: FeedEvent): void {
    if (subject.__typename === 'FeedThanks') return this.thank(subject);
    if (subject.__typename !== 'FeedReply' || subject.discussionId !== this.#discussion.id) return;
    const { __typename: _, discussionId: __, lastNumber, ...news } = subject;
    this.lastNumber = Math.max(this.lastNumber, lastNumber);
    const known = [...this.list, ...this.waiting].find(({ id }) => id === news.id);
    if (known) {
      if (known.version >= news.version) return;
      const replaced = (item: ReplyItem) => (item.id === news.id ? { ...item, ...news } : item);
      this.waiting = this.waiting.map(replaced);
      const removed = news.removedAt && !known.removedAt ? news.number : undefined;
      this.#reader.change(() => (this.list = this.list.map(replaced)), removed);
      return;
    }
    const isOwn = news.author.id === this.#reader.id;
    const { accept } = this.#discussion.viewerCan;
    const viewerCan = { edit: isOwn, remove: isOwn, thank: !isOwn, report: !isOwn, accept };
    const reply = { ...news, viewerCan, viewerThanked: false };
    if (type === 'reply.posted' && !isOwn) this.#reader.heard(reply);
    // Only what follows the newest reply held belongs on this page; the rest is on another.
    const newest = this.waiting.at(-1)?.number ?? this.list.at(-1)?.number ?? 0;
    if (news.number !== newest + 1) return;
    this.waiting = [...this.waiting, reply];
    if (isOwn || (this.waiting.length === 1 && this.#reader.mayAppend()))
      this.#reader.change(() => this.show());
  }

  /** Hears the group, and lets whoever else is on the page hear it too. */
  follow(also: (event: FeedEvent) => void = () => {}): () => void {
    return follow([this.#discussion.cursor], {
      event: (event) => {
        this.hear(event);
        also(event);
      },
      reset: () => (this.isStale = true),
      closed: () => {
        this.list = [];
        this.waiting = [];
        this.isClosed = true;
      },
    });
  }
}
