import { COME_BACK, type Said, type Told } from './switchboard.ts';

const SILENCE_MS = 3_000;
const GOING_AWAY = 1001;
const UNAUTHENTICATED = 4401;
const UNANSWERED = 4499;

/**
 * A socket that ends in the tab which holds the real one. It asks after that tab every few seconds, by a message that is
 * answered at once even where clocks are slowed, and says `alone` when this tab had better have a socket of its own.
 */
export class TabSocket {
  readyState: number = WebSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;
  readonly #id = crypto.randomUUID();
  readonly #channel: BroadcastChannel;
  readonly #alone: () => void;
  readonly #watch: ReturnType<typeof setInterval>;
  readonly #hidden = new AbortController();
  #isAnswered = false;

  constructor(channel: BroadcastChannel, alone: () => void) {
    this.#channel = channel;
    this.#alone = alone;
    channel.onmessage = ({ data }: MessageEvent<Said | Told>) => 'to' in data && this.#hear(data);
    this.#watch = setInterval(() => this.#look(), SILENCE_MS);
    // Where the page is put away it hears nothing, and nothing is to be kept for it: it comes back with its cursors.
    for (const type of ['pagehide', 'freeze'])
      addEventListener(type, () => this.close(GOING_AWAY), { capture: true, signal: this.#hidden.signal });
    this.#say('dial');
  }

  send(text: string): void {
    this.#say({ text });
  }

  close(code = 1000): void {
    if (this.readyState >= WebSocket.CLOSING) return;
    this.readyState = WebSocket.CLOSING;
    this.#say(code === UNANSWERED ? 'dead' : 'bye');
    // As of a real socket, later: whoever closes it may not want to hear of it.
    queueMicrotask(() => this.#end(code));
  }

  #hear({ to, tells }: Told): void {
    const isNew = this.readyState === WebSocket.CONNECTING;
    if (to === null) return isNew ? this.#say('dial') : this.#end(COME_BACK);
    if (to !== this.#id) return;
    this.#isAnswered = true;
    if (tells === 'full') return this.#fallBack();
    if (tells === 'open' && isNew) {
      this.readyState = WebSocket.OPEN;
      this.onopen?.();
    }
    if (typeof tells !== 'object') return;
    if ('message' in tells) return this.onmessage?.({ data: tells.message });
    // The tab that holds the socket may have been left from another session: only our own is asked whether to stay away.
    if (tells.closed === UNAUTHENTICATED) return this.#fallBack();
    this.#end(tells.closed);
  }

  #look(): void {
    if (!this.#isAnswered) return this.#fallBack();
    this.#isAnswered = false;
    this.#say(this.readyState === WebSocket.CONNECTING ? 'dial' : 'hail');
  }

  #fallBack(): void {
    this.#alone();
    this.#say('bye');
    this.#end(COME_BACK);
  }

  #end(code: number): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    clearInterval(this.#watch);
    this.#hidden.abort();
    this.#channel.close();
    this.onclose?.({ code, reason: '' });
  }

  #say(says: Said['says']): void {
    this.#channel.postMessage({ from: this.#id, says } satisfies Said);
  }
}
