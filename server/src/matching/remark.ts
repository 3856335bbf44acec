import type { Band, Cefr, GateName, LanguageSkill, Level } from './shapes.ts';
import type { Span } from './window.ts';

/**
 * What the engine finds to say, as data: what kind of thing, and the names and numbers in it. It knows no language, and not
 * whether staff or the person will read it; `sayings.ts` makes the sentence. Kept with an invitation, so a kind stays.
 */
export type Remark = OfCriterion | OfComponent | OfProfile | OfGate | OfPlace;

type OfCriterion =
  | {
      kind: 'LISTS';
      name: string;
      level: Level;
      years: number;
      lastUsed: number | null;
      asked?: Level | null;
      near?: string;
    }
  | { kind: 'PRACTISES'; name: string; asked?: Level | null; near?: string }
  | { kind: 'SHOWS_UNLISTED'; title: string; value: string }
  | { kind: 'LISTS_RELATED'; name: string; value: string }
  | { kind: 'LISTS_NOT'; value: string }
  | { kind: 'NOTHING_TO_COMPARE' }
  | { kind: 'WORKS_AS'; profession: string; asked: string | null }
  | { kind: 'PROFESSION_UNSAID' }
  /** The first is told with the language's name, the others without. */
  | {
      kind: 'SPEAKS';
      tag: string;
      skills: { skill: LanguageSkill; level: Cefr | null }[];
      asked: Cefr | null;
    }
  | { kind: 'SPEAKS_OTHER'; tag: string; asked: string }
  | { kind: 'SPEAKS_NOT'; tag: string }
  | { kind: 'REGISTERED' | 'REGISTRATION_UNVERIFIED' | 'REGISTERED_NOT'; name: string | null };

type OfComponent =
  | { kind: 'EVIDENCE_SPEAKS' | 'EVIDENCE_NEAREST'; title: string; words: string[] }
  | { kind: 'EVIDENCE_SILENT' | 'NO_DESIRABLES' | 'NO_COUNTRY_ASKED' | 'NO_CONTRIBUTION_ASKED' }
  | { kind: 'MEETS'; exact: number; of: number; nearly: number }
  | { kind: 'BASED_IN' | 'KNOWS_NOT'; country: string }
  | { kind: 'WORKED_IN'; country: string; months: number; lastYear: number | null }
  | { kind: 'OFFERS' | 'OFFERS_NOT'; types: string[] }
  /** `days` of the window's `length`; null where they have not said when they are free. */
  | { kind: 'FREE'; days: number | null; length: number; hours: number | null; asked: number | null }
  | { kind: 'ASKED'; asks: number; load: number };

type OfProfile =
  | { kind: 'HOURS_UNSAID' | 'NO_EVIDENCE' }
  | { kind: 'LAST_USED'; name: string; year: number }
  | { kind: 'NEAR_LIMIT'; load: number; loadCap: number; since: string | null }
  | { kind: 'LITTLE_EVIDENCE'; items: number }
  | { kind: 'PASTED'; title: string };

type OfGate =
  | { kind: 'NOT_OPEN' | 'OWNS' }
  /** `why` is what staff noted: never told to the person. */
  | { kind: 'EXCLUDED'; why: string }
  | { kind: 'PAUSED'; until: string }
  | { kind: 'AT_LIMIT'; load: number; loadCap: number }
  | { kind: 'MISSES'; essential: string; why: Remark[] }
  | { kind: 'NOT_FREE'; when: Span }
  | { kind: 'FELL'; at: Exclude<GateName, 'REGISTRATION' | 'ESSENTIAL' | 'AVAILABILITY'>; people: number }
  | { kind: 'FELL_WITHOUT'; essential: string; people: number }
  | { kind: 'FELL_NOT_FREE'; when: Span; people: number };

type OfPlace =
  { kind: 'NOT_CONSIDERED' } | { kind: 'IS_HERE' | 'WOULD_BE'; rank: number; of: number; band: Band };

/** Two criteria that one fact answers are said once, whatever either asked for: the first. */
export function once<T extends { remark: Remark }>(all: T[]): T[] {
  const facts = new Set<string>();
  return all.filter(({ remark }) => {
    const fact = JSON.stringify({ ...remark, asked: null });
    return !facts.has(fact) && facts.add(fact);
  });
}
