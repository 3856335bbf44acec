import { allKept, forget, keep } from '#lib/drafts/kept.ts';
import type { Operation } from '#lib/api/generated/operations.ts';
import type { Problem } from '#lib/ui/problem.ts';
import { Hearers } from './hearers.ts';
import { send, type Answer } from './send.ts';

/** One act that is to reach the hub, once, even if this tab is closed before it does. */
export interface Parcel {
  /** The clientMutationId: sending it twice has one effect. */
  id: string;
  /** Where it belongs, such as discussion:<id>. */
  place: string;
  text: string;
  input: { clientMutationId: string } & Record<string, unknown>;
  at: number;
  /** Of those with the same word only the newest waits: a read mark needs no history. */
  only?: string;
  /** Why the hub would not have it: then it waits for its sender. */
  problems?: Problem[];
}

type Settled = Answer<Record<string, { __typename: string; problems?: Problem[] }>>;

const AGAIN_MS = 10_000;

/**
 * What was done here and has not reached the hub: replies, thanks and read marks, in the order they were done. It is
 * kept in the browser before it is sent. Responses and decisions never wait here: who makes one must see it arrive.
 */
export class Outbox {
  parcels: readonly Parcel[] = $state.raw([]);
  /** What is on its way right now. */
  sending: string | null = $state(null);
  #person: string | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  #flushing: Promise<void> | null = null;
  readonly #hearers = new Hearers<Settled, [parcel: Parcel, data: Record<string, unknown>]>();
  readonly #news = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('hub-outbox');

  /** Takes up what this person left, and sends it. */
  async open(person: string): Promise<void> {
    if (this.#person === person) return;
    this.#person = person;
    addEventListener('online', () => void this.flush());
    this.#news?.addEventListener('message', () => void this.#load());
    await this.#load();
    await this.flush();
  }

  at(place: string): readonly Parcel[] {
    return this.parcels.filter((parcel) => parcel.place === place);
  }

  /** Keeps it, then sends it after all before it. Answers once the hub did, or says that it waits. */
  async add<Data, Variables extends { input: Parcel['input'] }>(
    operation: Operation<Data, Variables>,
    input: Variables['input'],
    place: string,
    only?: string,
  ): Promise<Answer<Data>> {
    const id = input.clientMutationId;
    if (only) for (const old of this.parcels) if (old.only === only) await this.discard(old.id);
    const at = Math.max(Date.now(), (this.parcels.at(-1)?.at ?? 0) + 1);
    const parcel: Parcel = { id, place, text: operation.text, input, at, ...(only && { only }) };
    this.parcels = [...this.parcels, parcel];
    await keep(this.#key(parcel), parcel);
    const answer = this.#hearers.answerTo(id);
    await this.flush();
    this.#hearers.settle(id, { kind: 'unreachable' });
    return (await answer) as Answer<Data>;
  }

  /** Hears what arrived for a place, until told to stop. */
  onArrival(place: string, arrived: (data: Record<string, unknown>) => void): () => void {
    return this.#hearers.listen((parcel, data) => {
      if (parcel.place === place) arrived(data);
    });
  }

  async retry(id: string): Promise<void> {
    await this.#change(id, ({ problems: _, ...parcel }) => parcel);
    await this.flush();
  }

  async discard(id: string): Promise<void> {
    const parcel = this.parcels.find((each) => each.id === id);
    this.parcels = this.parcels.filter((each) => each.id !== id);
    if (parcel) await forget(this.#key(parcel));
    this.#news?.postMessage(id);
  }

  /** Sends what waits, one after the other; two tabs never at once. */
  flush(): Promise<void> {
    clearTimeout(this.#again);
    this.#flushing = (this.#flushing ?? Promise.resolve()).then(() => alone(() => this.#sendAll()));
    return this.#flushing;
  }

  async #sendAll(): Promise<void> {
    await this.#load();
    for (const parcel of this.parcels) {
      if (parcel.problems || !this.parcels.some(({ id }) => id === parcel.id)) continue;
      this.sending = parcel.id;
      const answer: Settled = await send({ text: parcel.text }, { input: parcel.input });
      this.sending = null;
      if (answer.kind === 'unreachable') this.#again = setTimeout(() => void this.flush(), AGAIN_MS);
      if (answer.kind === 'unreachable' || answer.kind === 'signedOut')
        return this.#hearers.settle(parcel.id, answer);
      const problems = problemsIn(answer);
      // Whoever waits puts right what was refused; a read mark that came too late is nobody's concern.
      const isTheirs = answer.kind === 'data' && this.#hearers.isWaiting(parcel.id);
      if (problems && !parcel.only && !isTheirs) await this.#change(parcel.id, (it) => ({ ...it, problems }));
      else await this.discard(parcel.id);
      this.#hearers.settle(parcel.id, answer);
      if (answer.kind === 'data' && !problems) this.#hearers.tell(parcel, answer.data);
    }
  }

  async #change(id: string, change: (parcel: Parcel) => Parcel): Promise<void> {
    this.parcels = this.parcels.map((parcel) => (parcel.id === id ? change(parcel) : parcel));
    const parcel = this.parcels.find((each) => each.id === id);
    if (parcel) await keep(this.#key(parcel), parcel);
  }

  async #load(): Promise<void> {
    const found = await allKept<Parcel>(`outbox ${this.#person} `);
    this.parcels = found.map(([, parcel]) => parcel);
  }

  /** Keys in the order of the acts. */
  #key({ at, id }: Parcel): string {
    return `outbox ${this.#person} ${String(at).padStart(15, '0')} ${id}`;
  }
}

function problemsIn(answer: Settled): Problem[] | null {
  if (answer.kind === 'failed') return [{ code: answer.code || 'FAULT', field: null, message: '' }];
  if (answer.kind !== 'data') return null;
  const [result] = Object.values(answer.data);
  return result?.__typename === 'Rejected' ? (result.problems ?? []) : null;
}

/** One tab at a time. Where tabs cannot wait for each other, the id of each act keeps its effect to one. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request('hub-outbox', work) : work();
}

export const outbox = new Outbox();
