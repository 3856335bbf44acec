import type { WebSocket } from 'ws';

const FULL_BYTES = 256 * 1024;
const PATIENCE_MS = 15_000;

/** Writes one operation's messages, and waits for slow readers: what they have not taken stays in the log. */
export class Outlet {
  readonly #socket: WebSocket;
  readonly #before: string;

  constructor(socket: WebSocket, id: string) {
    this.#socket = socket;
    this.#before = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  }

  async write(payload: string): Promise<void> {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(`${this.#before}${payload}}`);
    if (this.#socket.bufferedAmount < FULL_BYTES) return;
    await this.#drained();
  }

  /** Waits until the reader has taken enough; one that takes nothing is let go, and may come back. */
  async #drained(): Promise<void> {
    const giveUp = Date.now() + PATIENCE_MS;
    while (this.#socket.readyState === this.#socket.OPEN && this.#socket.bufferedAmount >= FULL_BYTES / 2) {
      if (Date.now() > giveUp) return this.#socket.close(1013, 'Too slow');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
