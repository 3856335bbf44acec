import { begunIn, draftKey, type KeptDraft } from './begun.ts';
import { forget, keep, kept } from './kept.ts';
import { hubDrafts, type DraftRemote, type HubDraft } from './remote.ts';

const HERE_AFTER_MS = 1_000;
const HUB_AFTER_MS = 10_000;

/**
 * One text that is being written: kept in this browser a second after the last letter, and on the hub ten seconds after
 * the first. Where something newer was written elsewhere, both are kept and the writer chooses.
 */
export class DraftKeeper {
  /** When it was last kept, and whether by the hub too or by this browser alone. */
  keptAt: number | null = $state(null);
  isOnHub = $state(false);
  /** It was begun before the page came. */
  wasRestored = $state(false);
  /** What was written elsewhere meanwhile. */
  other: HubDraft | null = $state.raw(null);

  #body = '';
  #version = 0;
  #isAhead = false;
  #here: ReturnType<typeof setTimeout> | undefined;
  #hub: ReturnType<typeof setTimeout> | undefined;
  readonly #key: string;
  readonly #place: string;
  readonly #show: (body: string) => void;
  readonly #remote: DraftRemote;

  constructor(person: string, place: string, show: (body: string) => void, remote = hubDrafts) {
    this.#key = draftKey(person, place);
    this.#place = place;
    this.#show = show;
    this.#remote = remote;
  }

  /** Finds what was begun before. What stands in the box already, as after a refusal, is never taken back. */
  async open(inBox: string): Promise<void> {
    this.#body = inBox;
    const [mine, hub] = await Promise.all([kept<KeptDraft>(this.#key), this.#remote.ask(this.#place)]);
    this.#version = hub?.version ?? mine?.version ?? 0;
    const begun = begunIn(mine, hub);
    // What stands in the box is what was refused, or what was kept before these words were begun.
    const isRefused = mine?.wasSent === true || this.#body !== inBox;
    const goesOn = mine !== undefined && this.#version <= mine.version;
    if (this.#body && begun.body && begun.body !== this.#body && (isRefused || !goesOn)) {
      if (!mine?.wasSent) this.#offer({ ...begun, version: this.#version, updatedAt: momentOf(begun.at) });
      return;
    }
    if (!begun.body) return this.#body ? undefined : forget(this.#key);
    this.#isAhead = begun.isAhead;
    this.#restore(begun.body, begun.at);
    if (begun.other) this.#offer(begun.other);
    else if (begun.isAhead) this.#later();
  }

  typed(body: string): void {
    if (body === this.#body) return;
    this.#body = body;
    this.#isAhead = true;
    this.wasRestored = false;
    clearTimeout(this.#here);
    this.#here = setTimeout(() => void this.keepHere(), HERE_AFTER_MS);
    this.#later();
  }

  /** Keeps it in this browser now, as when the page is left. */
  async keepHere(): Promise<void> {
    clearTimeout(this.#here);
    if (!this.#body && !this.#isAhead && !this.other) return;
    await keep(this.#key, this.#record());
    this.keptAt = Date.now();
    this.isOnHub = !this.#isAhead;
  }

  /** The form goes off with it: whether it arrives will be known from the hub's version. */
  async sent(): Promise<void> {
    this.#stop();
    if (this.#body) await keep(this.#key, { ...this.#record(), wasSent: true });
  }

  /** It was posted, or handed to what will post it. */
  async posted(): Promise<void> {
    this.#stop();
    this.#body = '';
    this.#isAhead = false;
    this.keptAt = null;
    this.other = null;
    this.wasRestored = false;
    await forget(this.#key);
  }

  async discard(): Promise<void> {
    await this.posted();
    this.#show('');
    await this.#remote.discard(this.#place);
  }

  /** Another page of the same person wrote here, posted it or threw it away. */
  async heard(version: number): Promise<void> {
    if (version <= this.#version) return;
    const hub = await this.#remote.ask(this.#place);
    if (!hub || hub.version <= this.#version) return;
    if (hub.body && this.#body && hub.body !== this.#body) return this.#offer(hub);
    this.#version = hub.version;
    if (hub.body && !this.#body) this.#restore(hub.body, Date.parse(hub.updatedAt));
    if (hub.body || this.#isAhead || !this.#body) return;
    await this.posted();
    this.#show('');
  }

  async keepMine(): Promise<void> {
    this.#version = this.other?.version ?? this.#version;
    this.other = null;
    this.#isAhead = true;
    await this.keepHere();
    await this.keepOnHub();
  }

  async takeOther(): Promise<void> {
    if (!this.other) return;
    const { body, version, updatedAt } = this.other;
    this.other = null;
    this.#version = version;
    this.#isAhead = false;
    this.#restore(body, Date.parse(updatedAt));
    await this.keepHere();
  }

  /** Keeps it on the hub now. What the hub may not keep, such as a patient's number, stays here alone. */
  async keepOnHub(): Promise<void> {
    clearTimeout(this.#hub);
    this.#hub = undefined;
    const body = this.#body;
    if (!this.#isAhead || this.other) return;
    if (!body.trim()) return this.#remote.discard(this.#place);
    const taken = await this.#remote.save(this.#place, body, this.#version);
    if (taken.kind === 'stale') return this.#settle();
    if (taken.kind === 'taken') await this.#agree(taken.version, body);
  }

  /** The hub holds something newer. If it is nothing, ours goes on over it; if it is words, the writer chooses. */
  async #settle(): Promise<void> {
    const hub = await this.#remote.ask(this.#place);
    if (!hub) return;
    if (hub.body && hub.body !== this.#body) return this.#offer(hub);
    await this.#agree(hub.version, hub.body);
  }

  async #agree(version: number, body: string): Promise<void> {
    this.#version = version;
    this.#isAhead = this.#body !== body;
    if (this.#isAhead) this.#later();
    await this.keepHere();
  }

  #offer(other: HubDraft): void {
    this.#stop();
    this.other = other;
    void keep(this.#key, this.#record());
  }

  #restore(body: string, at: number): void {
    this.#body = body;
    this.keptAt = at;
    this.wasRestored = true;
    this.#show(body);
  }

  #later(): void {
    if (!this.other) this.#hub ??= setTimeout(() => void this.keepOnHub(), HUB_AFTER_MS);
  }

  #stop(): void {
    clearTimeout(this.#here);
    clearTimeout(this.#hub);
    this.#hub = undefined;
  }

  #record(): KeptDraft {
    const { other } = this;
    return { body: this.#body, version: this.#version, at: Date.now(), isAhead: this.#isAhead, other };
  }
}

function momentOf(at: number): string {
  return new Date(at).toISOString();
}
