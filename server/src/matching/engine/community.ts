import type { ExpertFacts } from '../shapes.ts';
import { bearings, type Bearings } from './bearings.ts';
import { columnsFrom, type Columns } from './columns.ts';
import { keepCrowd, rowsOf } from './crowd.ts';
import { termsIn } from './packed.ts';
import { bytesOf, freeze, type Segment } from './segment.ts';
import { statisticsOf, UNTAUGHT, type IndexVersion } from './statistics.ts';
import { homesOf, type TopicIndex } from './topic-index.ts';

/** One person as they are brought here: their facts, and their items packed. */
export interface Member {
  id: string;
  version: number;
  facts: ExpertFacts;
  terms: Uint8Array;
}

/** Up to so many bytes of terms everything is frozen anew at each change, which takes milliseconds. */
const SMALL_BYTES = 1_000_000;
/** So many changed people are frozen anew at each change; more go into the middle part. */
const RECENT = 64;
/** Once this share of everybody has changed, everything is frozen anew. */
const CHURN = 0.05;

type Now = { experts: readonly ExpertFacts[]; index: TopicIndex };
type Part = { segment: Segment; bearings: Bearings | null };

/** Everybody who can be matched, and the index of their words, kept as they change. */
export class Community {
  #version = UNTAUGHT;
  readonly #members = new Map<string, Member>();
  #ids: string[] = [];
  #slots = new Map<string, number>();
  #base: Part | null = null;
  #middle: Part | null = null;
  /** The facts of whoever is in the base, as they were when it was frozen; null where everybody is few. */
  #columns: Columns | null = null;
  /** Who changed since the base was frozen, and of these who since the middle was. */
  readonly #changed = new Set<number>();
  readonly #recent = new Set<number>();
  /** Words in the base, and in the middle, that their owners have replaced. */
  readonly #deadInBase = new Map<string, number>();
  readonly #deadInMiddle = new Map<string, number>();
  #heard = 0;
  #now: Now | null = null;

  /** Everybody's items, packed, by id: what is learnt from. */
  packed(): { id: string; terms: Uint8Array }[] {
    return [...this.#members.values()]
      .map(({ id, terms }) => ({ id, terms }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** Takes in who is new or changed, and lets go of who is there no more. What is older than what is here is left. */
  apply(members: readonly Member[], gone: readonly string[]): void {
    for (const member of members) {
      const before = this.#members.get(member.id);
      if (before && before.version >= member.version) continue;
      this.#members.set(member.id, member);
      this.#replaced(member.id, before);
    }
    for (const id of gone) {
      const before = this.#members.get(id);
      if (this.#members.delete(id)) this.#replaced(id, before);
    }
  }

  /** From now on scores are on these scales, and words mean what was learnt. */
  teach(version: IndexVersion): void {
    this.#version = version;
    this.#base = null;
    this.#now = null;
  }

  /** Everybody, in the order of the index, and the index. */
  now(): Now {
    this.#now ??= this.#made();
    return this.#now;
  }

  report(): { people: number; items: number; megabytes: number; version: string; watermark: string } {
    const { segments, statistics, watermark } = this.now().index;
    const bytes = segments.reduce((sum, segment) => sum + bytesOf(segment), 0);
    return {
      people: this.#members.size,
      items: segments.reduce((sum, { lengths }) => sum + lengths.length, 0),
      megabytes: Math.round(bytes / 100_000) / 10,
      version: statistics.name,
      watermark,
    };
  }

  #replaced(id: string, before: Member | undefined): void {
    this.#heard += 1;
    this.#now = null;
    if (!this.#base) return;
    const known = this.#slots.get(id);
    const slot = known ?? this.#ids.push(id) - 1;
    this.#slots.set(id, slot);
    // What stands in the recent part goes with it when it is frozen anew.
    if (before && !this.#recent.has(slot))
      bury(before.terms, this.#changed.has(slot) ? this.#deadInMiddle : this.#deadInBase);
    this.#changed.add(slot);
    this.#recent.add(slot);
  }

  #made(): Now {
    if (!this.#base || this.#isSmall() || this.#changed.size > CHURN * this.#members.size) this.#freezeAll();
    if (this.#recent.size > RECENT) this.#freezeMiddle();
    const recent = this.#recent.size > 0 ? this.#part(this.#recent) : null;
    const parts = [this.#base, this.#middle, recent].filter((part) => part !== null);
    const segments = parts.map(({ segment }) => segment);
    const homes = homesOf(segments, this.#ids.length);
    const found = this.#ids.map((id) => this.#members.get(id)?.facts);
    for (const [slot, expert] of found.entries()) if (!expert) homes.segmentOf[slot] = -1;
    const index: TopicIndex = {
      statistics: statisticsOf(
        segments,
        [this.#deadInBase, this.#deadInMiddle],
        this.#members.size,
        this.#version,
      ),
      segments,
      bearings: parts.map((part) => part.bearings),
      ...{ ids: this.#ids, slots: this.#slots, ...homes, watermark: String(this.#heard) },
    };
    const experts = found.filter((expert) => expert !== undefined);
    if (this.#columns)
      keepCrowd(experts, { index, columns: this.#columns, isLaden: false, ...rowsOf(found, this.#changed) });
    return { experts, index };
  }

  #isSmall(): boolean {
    let bytes = 0;
    for (const { terms } of this.#members.values()) {
      bytes += terms.length;
      if (bytes > SMALL_BYTES) return false;
    }
    return true;
  }

  #freezeAll(): void {
    this.#ids = [...this.#members.keys()].sort();
    this.#slots = new Map(this.#ids.map((id, slot) => [id, slot]));
    for (const rest of [this.#changed, this.#recent, this.#deadInBase, this.#deadInMiddle]) rest.clear();
    this.#middle = null;
    this.#base = this.#part(this.#ids.keys());
    const members = this.#isSmall() ? [] : this.#ids.flatMap((id) => this.#members.get(id) ?? []);
    this.#columns =
      members.length > 0
        ? columnsFrom(
            this.#base.segment,
            members.map(({ facts }) => facts),
          )
        : null;
  }

  /** All that changed since the base, in one part. */
  #freezeMiddle(): void {
    this.#middle = this.#part(this.#changed);
    this.#deadInMiddle.clear();
    this.#recent.clear();
  }

  #part(slots: Iterable<number>): Part {
    const owners = [...slots].map((slot) => ({
      slot,
      packed: this.#members.get(this.#ids[slot] ?? '')?.terms ?? new Uint8Array(),
    }));
    const segment = freeze(owners);
    return { segment, bearings: this.#version.latent && bearings(segment, this.#version.latent) };
  }
}

function bury(terms: Uint8Array, dead: Map<string, number>): void {
  for (const term of termsIn(terms)) dead.set(term, (dead.get(term) ?? 0) + 1);
}
