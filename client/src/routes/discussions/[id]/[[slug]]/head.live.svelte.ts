import type { FeedEvent } from '#lib/live/cursors.ts';
import type { Discussion, Reader, ReplyItem } from './replies.live.svelte.ts';

/** What stands above the replies, as it changes while the page is open. What is being read stays where it is. */
export class LiveHead {
  now: Discussion = $state.raw() as Discussion;
  /** It went to another group, whose stream this page does not hear. */
  isMoved = $state(false);
  readonly #reader: Pick<Reader, 'change'>;
  readonly #find: (number: number) => ReplyItem | undefined;

  constructor(
    discussion: Discussion,
    reader: Pick<Reader, 'change'>,
    find: (number: number) => ReplyItem | undefined,
  ) {
    this.now = discussion;
    this.#reader = reader;
    this.#find = find;
  }

  hear({ type, subject, subjectId }: FeedEvent): void {
    if (subjectId !== this.now.id) return;
    if (subject.__typename === 'Gone' && type.startsWith('discussion.')) this.isMoved = true;
    if (subject.__typename !== 'FeedDiscussion' || subject.version <= this.now.version) return;
    const { title, kind, version, closedAt, closedBy, closingNoteHtml, contextHtml, contextAt } = subject;
    const { answerNumber } = subject;
    const next: Discussion = {
      ...this.now,
      ...{ title, kind, version, closedAt },
      isAnswered: answerNumber !== null,
      closing: closedAt ? { at: closedAt, by: closedBy, html: closingNoteHtml } : null,
      context: contextHtml && contextAt ? { at: contextAt, by: subject.contextBy, html: contextHtml } : null,
      answer: answerNumber ? this.#answer(answerNumber, subject) : null,
    };
    this.#reader.change(() => (this.now = next));
  }

  /** The reply is on this page, or on another to which there is a link. */
  #answer(
    number: number,
    { answerBy: by, answerAt }: { answerBy: { displayName: string } | null; answerAt: string | null },
  ): Discussion['answer'] {
    const known = this.now.answer?.number === number ? this.now.answer : null;
    const found = this.#find(number);
    return { number, by, at: answerAt ?? known?.at ?? '', reply: found ?? known?.reply ?? null };
  }
}
