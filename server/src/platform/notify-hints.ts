import pg from 'pg';
import type { Hint } from './heads.ts';
import { backoff, HintWire, type Hear, type HintChannel } from './hints.ts';
import { log } from './line-log.ts';

const COALESCE_MS = 10;
/** PostgreSQL refuses notifications of 8,000 bytes. */
const MOST_BYTES = 7_500;
/** More than this is not kept for a database that is away. */
const MOST_WAITING = 2_000;

/**
 * Hints over PostgreSQL, on a connection of their own: a NOTIFY inside a writing transaction would make all
 * commits wait for each other.
 */
export function notifyHints(postgresUrl: string, hear: Hear, channel = 'hub_hint'): HintChannel {
  const hints = new NotifyHints(postgresUrl, hear, channel);
  hints.connect();
  return hints;
}

class NotifyHints implements HintChannel {
  readonly #wire = new HintWire();
  readonly #url: string;
  readonly #hear: Hear;
  readonly #channel: string;
  readonly #heads = new Map<string, number>();
  #closes: Hint[] = [];
  #client: pg.Client | null = null;
  #isListening = false;
  #isSending = false;
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(url: string, hear: Hear, channel: string) {
    this.#url = url;
    this.#hear = hear;
    this.#channel = channel;
  }

  publish({ heads = [], close }: Hint): void {
    for (const { stream, head } of heads) {
      this.#heads.set(stream, Math.max(head, this.#heads.get(stream) ?? 0));
    }
    if (close) this.#closes.push({ close });
    if (this.#heads.size > MOST_WAITING) this.#heads.clear();
    this.#closes = this.#closes.slice(-MOST_WAITING);
    void this.#sendSoon();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => {});
  }

  connect(): void {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'hub hints',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    this.#client = client;
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload = '' }) => this.#wire.read(payload).forEach(this.#hear));
    this.#listen(client).catch((error: Error) => this.#lost(client, error));
  }

  async #listen(client: pg.Client): Promise<void> {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(this.#channel)}`);
    if (this.#failures > 0) log('info', 'hints.back');
    this.#failures = 0;
    this.#isListening = true;
    void this.#sendSoon();
  }

  #lost(client: pg.Client, detail?: Error): void {
    if (this.#client !== client || this.#isClosed) return;
    this.#client = null;
    this.#isListening = false;
    client.end().catch(() => {});
    if (this.#failures === 0) log('warn', 'hints.away', { detail });
    this.#retry = setTimeout(() => this.connect(), backoff(this.#failures++));
  }

  /** At most one statement at a time, and one in ten milliseconds, for all that was said meanwhile. */
  async #sendSoon(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#isListening && !this.#isClosed && this.#heads.size + this.#closes.length > 0) {
      await this.#send();
      await new Promise((resolve) => setTimeout(resolve, COALESCE_MS));
    }
    this.#isSending = false;
  }

  async #send(): Promise<void> {
    const client = this.#client;
    if (!client || !this.#isListening) return;
    const hints = [
      ...[...this.#heads].map(([stream, head]) => ({ heads: [{ stream, head }] })),
      ...this.#closes,
    ];
    this.#heads.clear();
    this.#closes = [];
    const said = 'select pg_notify($1, message) from unnest($2::text[]) as message';
    try {
      await client.query(said, [this.#channel, this.#messages(hints)]);
    } catch (error) {
      this.#lost(client, error as Error);
    }
  }

  #messages(hints: Hint[]): string[] {
    const messages: Hint[][] = [];
    let bytes = MOST_BYTES;
    const frame = this.#wire.write([]).length;
    for (const hint of hints) {
      const size = Buffer.byteLength(JSON.stringify(hint)) + 1;
      if (frame + size > MOST_BYTES) continue;
      if (bytes + size > MOST_BYTES) {
        messages.push([]);
        bytes = frame;
      }
      messages.at(-1)?.push(hint);
      bytes += size;
    }
    return messages.map((message) => this.#wire.write(message));
  }
}
