import type { Heard, News } from './verify-feed.ts';
import type { Held, Part } from './verify-held.ts';
import { RULES } from './verify-rules.ts';

type Subject = News['subject'];

/** What a page that held this and heard that holds then. Where an event only names a thing, the page asks for it anew. */
export class Page {
  readonly me: string;
  readonly #parts: Map<string, Part>;
  readonly #fresh: Held;
  readonly #followed: Set<string>;

  #isOver = false;

  constructor(before: Held, fresh: Held) {
    this.me = before.me;
    this.#parts = new Map(structuredClone([...before.parts]));
    this.#followed = new Set(before.cursors.map(({ stream }) => stream));
    this.#fresh = fresh;
  }

  hear({ news, closed, merged }: Heard): Record<string, unknown> {
    // Who is shut out of the hub keeps nothing.
    if (closed.includes('hub')) return {};
    for (const stream of closed) {
      this.#followed.delete(stream);
      this.drop((_, part) => part.stream === stream);
      // Of what they may still know, the page is loaded anew.
      const [kind, id] = stream.split(':');
      if (kind === 'request') this.ask((key) => key.endsWith(`:${id}`));
    }
    for (const event of news) {
      const rule = RULES[event.type.split('.')[0] ?? ''];
      if (!rule) throw new Error(`No page knows what to do with ${event.type}.`);
      rule(this, event);
      if (this.#isOver) return {};
    }
    for (const { stream, successor } of merged)
      this.ask((_, part) => part.stream === stream || part.stream === successor);
    return Object.fromEntries([...this.#parts].map(([key, { value }]) => [key, value]).sort());
  }

  /** They are signed out for good. */
  end(): void {
    this.#isOver = true;
  }

  follows(stream: string): boolean {
    return this.#followed.has(stream);
  }

  holds(key: string): boolean {
    return this.#parts.has(key);
  }

  held(key: string): Record<string, unknown> {
    return Object(this.#parts.get(key)?.value);
  }

  /** Puts what the event carries, unless the page holds something newer. */
  put(key: string, stream: string, value: object, version?: { held: unknown; told: number }): void {
    if (version && Number(version.held ?? 0) >= version.told) return;
    const before = this.#parts.get(key);
    this.#parts.set(key, { stream: before?.stream ?? stream, value: { ...Object(before?.value), ...value } });
  }

  /** As `put`, for a piece that is one value. */
  set(key: string, value: unknown): void {
    const before = this.#parts.get(key);
    if (before) this.#parts.set(key, { ...before, value });
  }

  drop(which: (key: string, part: Part) => boolean): void {
    for (const [key, part] of this.#parts) if (which(key, part)) this.#parts.delete(key);
  }

  /** Asks the hub anew for some pieces. */
  ask(which: (key: string, part: Part) => boolean): void {
    this.drop(which);
    for (const [key, part] of this.#fresh.parts)
      if (which(key, part)) this.#parts.set(key, structuredClone(part));
  }

  /** As `ask`, by name. */
  again(...keys: string[]): void {
    this.ask((key) => keys.includes(key));
  }
}

export function isGone(subject: Subject): boolean {
  return subject.__typename === 'Gone';
}
