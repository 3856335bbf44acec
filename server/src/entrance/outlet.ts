import { once } from 'node:events';
import type { WebSocket } from 'ws';
import type { FeedItem } from '../platform/feed.ts';
import type { FeedRead } from '../platform/feed-read.ts';
import type { Outlet, Words } from '../platform/outlet.ts';
import type { FeedDocument, Renderer } from './feed-text.ts';
import { textFrame } from './frame.ts';
import { letGo, TRY_AGAIN } from './letting-go.ts';
import type { Line } from './lines.ts';

/** With so much untaken nothing more is written, and what comes stays in the log. */
const FULL_BYTES = 256 * 1024;
/** With so much untaken, over all that is asked on one socket, it is let go. */
const MOST_BYTES = 1024 * 1024;
const PATIENCE_MS = 15_000;

/** Writes one operation's messages to its socket. */
export class SocketOutlet implements Outlet {
  readonly #socket: WebSocket;
  readonly #wire: Line['wire'];
  readonly #id: string;
  readonly #document: FeedDocument;
  readonly #renderer: Renderer;

  constructor({ socket, wire }: Line, id: string, document: FeedDocument, renderer: Renderer) {
    this.#socket = socket;
    this.#wire = wire;
    this.#id = id;
    this.#document = document;
    this.#renderer = renderer;
  }

  get key(): string {
    return this.#document.key;
  }

  get isFull(): boolean {
    return this.#socket.bufferedAmount >= FULL_BYTES;
  }

  words(item: FeedItem, read?: FeedRead): Promise<Words> {
    return this.#renderer.textOf(this.#document, item, read);
  }

  /** Whoever asked under the same id is sent the very same bytes: making them costs as much as sending them. */
  write(words: Words): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#wire.write(words.under(this.#id, this.#framed));
    if (this.#socket.bufferedAmount > MOST_BYTES) letGo(this.#socket, TRY_AGAIN, 'Too slow');
  }

  readonly #framed = (text: string): Buffer =>
    textFrame(`{"id":${JSON.stringify(this.#id)},"type":"next","payload":${text}}`);

  /** Waits until the reader has taken enough; one that takes nothing is let go, and may come back. */
  async drained(): Promise<void> {
    const giveUp = Date.now() + PATIENCE_MS;
    while (this.#socket.readyState === this.#socket.OPEN && this.#socket.bufferedAmount >= FULL_BYTES / 2) {
      if (Date.now() > giveUp) letGo(this.#socket, TRY_AGAIN, 'Too slow');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    if (this.#socket.readyState === this.#socket.CLOSING) await once(this.#socket, 'close');
  }
}
