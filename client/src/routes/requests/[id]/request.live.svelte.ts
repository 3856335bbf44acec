import type { RequestPageQuery } from '#lib/api/generated/operations.ts';
import type { Cursor, FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

type Request = RequestPageQuery['request'];
export type QuestionItem = Request['questions'][number];

/** The request the page came with, then its state, dates, questions and answers as they change. */
export class LiveRequest {
  state: Request['state'] = $state('DRAFT');
  closesAt: string | null = $state(null);
  questionsCloseAt: string | null = $state(null);
  questions: QuestionItem[] = $state.raw([]);
  /** More has changed than can be set right in place; the reader asks for it. */
  isStale = $state(false);
  isClosed = $state(false);
  readonly #id: string;
  readonly #cursors: Cursor[];
  #version: number;
  #response: { id: string; version: number } | null;

  constructor(request: Request, own: Cursor | null) {
    this.#id = request.id;
    this.#version = request.version;
    this.#response = request.myResponse ?? null;
    this.state = request.state;
    this.closesAt = request.closesAt ?? null;
    this.questionsCloseAt = request.questionsCloseAt ?? null;
    this.questions = request.questions;
    this.#cursors = [request.cursor, request.staffCursor, own].filter((cursor): cursor is Cursor =>
      Boolean(cursor),
    );
  }

  hear({ subject }: FeedEvent): void {
    if (subject.__typename === 'FeedRequest' && subject.id === this.#id) return this.#hearRequest(subject);
    if (subject.__typename === 'FeedQuestion' && subject.requestId === this.#id)
      return this.#hearQuestion(subject);
    if (subject.__typename === 'FeedMoreTime' && subject.requestId === this.#id) this.isStale = true;
    if (subject.__typename !== 'FeedResponse' || subject.requestId !== this.#id) return;
    // Ours or, for staff, anybody's: either changes what can be done here.
    const isKnown = subject.id === this.#response?.id && subject.version <= this.#response.version;
    if (!isKnown) this.isStale = true;
  }

  #hearRequest(news: Extract<FeedEvent['subject'], { __typename: 'FeedRequest' }>): void {
    if (news.version <= this.#version) return;
    this.#version = news.version;
    this.state = news.requestState;
    this.closesAt = news.closesAt ?? null;
    this.questionsCloseAt = news.questionsCloseAt ?? null;
    this.isStale = true;
  }

  #hearQuestion(news: Extract<FeedEvent['subject'], { __typename: 'FeedQuestion' }>): void {
    const known = this.questions.find(({ id }) => id === news.id);
    if (known && known.version >= news.version) return;
    const { __typename: _, requestId: __, ...question } = news;
    this.questions = known
      ? this.questions.map((item) => (item.id === news.id ? { ...item, ...question } : item))
      : [...this.questions, { ...question, askedBy: null }];
  }

  follow(): () => void {
    if (this.#cursors.length === 0) return () => {};
    return follow(this.#cursors, {
      event: (event) => this.hear(event),
      reset: () => (this.isStale = true),
      closed: () => (this.isClosed = true),
    });
  }
}
