import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { POST, send, sendUntilAnswered, type Answer, type Door } from './ask.ts';
import type { Chance } from './chance.ts';
import type { Place, Somebody } from './scene.ts';

export interface Acknowledged {
  discussionId: string;
  body: string;
  id: string;
  number: number;
}

interface Sent {
  input: { discussionId: string; body: string };
  clientMutationId: string;
  answer: string;
}

export interface Writing {
  doors: readonly Door[];
  places: () => readonly Place[];
  chance: Chance;
  /** Where every acknowledgement is noted, outside of all hubs. */
  ledger: string;
  /** Every how many posts one is sent five times at once. */
  fiveOf?: number;
  paceMs?: number;
}

/** Somebody who writes and writes, and does not believe a word was kept until it was answered. */
export class Writer {
  readonly #name: string;
  readonly #person: Somebody;
  readonly #writing: Writing;
  /** Sent five times at once, to be sent once more after the next kill. */
  readonly #repeated: Sent[] = [];
  acknowledged = 0;
  repeats = 0;
  /** Answers to the same thing that were not the same. */
  unequal = 0;
  refused: string[] = [];

  constructor(name: string, person: Somebody, writing: Writing) {
    this.#name = name;
    this.#person = person;
    this.#writing = writing;
  }

  async writeWhile(isWanted: () => boolean): Promise<void> {
    const { chance, places, fiveOf = 0, paceMs = 0 } = this.#writing;
    for (let n = 1; isWanted(); n++) {
      const { discussionId } = chance.one(places());
      await this.#post({ discussionId, body: `${this.#name} writes ${n}.` }, fiveOf > 0 && n % fiveOf === 0);
      if (paceMs > 0) await wait(paceMs * (0.5 + chance.next()));
    }
  }

  /** What was sent five times is sent again, now that a process has died in between. */
  async repeat(): Promise<void> {
    for (const { input, clientMutationId, answer } of this.#repeated.splice(0)) {
      const again = await sendUntilAnswered(
        this.#writing.doors,
        this.#person.cookie,
        POST,
        input,
        clientMutationId,
      );
      if (JSON.stringify(again) !== answer) this.unequal += 1;
      this.repeats += 1;
    }
  }

  async #post(input: Sent['input'], isFive: boolean): Promise<void> {
    const clientMutationId = randomUUID();
    const { doors, ledger } = this.#writing;
    const { cookie } = this.#person;
    if (isFive)
      await Promise.all(
        Array.from({ length: 4 }, (_, n) => this.#once(doors[n % doors.length], input, clientMutationId)),
      );
    const answer = await sendUntilAnswered(doors, cookie, POST, input, clientMutationId);
    const reply = answer['reply'] as { id: string; number: number } | undefined;
    if (!reply) return void this.refused.push(JSON.stringify(answer));
    appendFileSync(ledger, `${JSON.stringify({ ...input, ...reply } satisfies Acknowledged)}\n`);
    this.acknowledged += 1;
    if (!isFive) return;
    const text = JSON.stringify(answer);
    if (this.#twins.some((twin) => JSON.stringify(twin) !== text)) this.unequal += 1;
    this.#twins = [];
    this.#repeated.push({ input, clientMutationId, answer: text });
  }

  #twins: Answer[] = [];

  async #once(door: Door | undefined, input: object, clientMutationId: string): Promise<void> {
    if (!door) return;
    const answer = await send(door, this.#person.cookie, POST, { ...input, clientMutationId }).catch(
      () => null,
    );
    if (answer) this.#twins.push(answer);
  }
}
