import type { ExpertFacts } from '../shapes.ts';
import { grown } from './terms.ts';

/**
 * One fact of everybody, such as their languages: each different value stands once, as somebody of whom nothing else is
 * known, and each person has the numbers of theirs. So a gate is asked of every value, not of every person.
 */
export interface Facet {
  values: readonly ExpertFacts[];
  /** Where the numbers of each person begin, and where the last end. */
  starts: Uint32Array;
  numbers: Uint32Array;
}

/** What tells one value from another, of each that a person has, and the value itself. */
export interface FacetReading {
  keysOf(expert: ExpertFacts): readonly string[];
  factsOf(expert: ExpertFacts, nth: number): Partial<ExpertFacts>;
}

export function facetOf(experts: readonly ExpertFacts[], { keysOf, factsOf }: FacetReading): Facet {
  const known = new Map<string, number>();
  const values: ExpertFacts[] = [];
  const starts = new Uint32Array(experts.length + 1);
  let numbers = new Uint32Array(experts.length);
  let used = 0;
  for (const [at, expert] of experts.entries()) {
    const keys = keysOf(expert);
    if (used + keys.length > numbers.length) numbers = grown(numbers, used + keys.length);
    for (const [nth, key] of keys.entries()) {
      const number = known.get(key) ?? values.push({ ...NOBODY, ...factsOf(expert, nth) }) - 1;
      known.set(key, number);
      numbers[used++] = number;
    }
    starts[at + 1] = used;
  }
  return { values, starts, numbers: numbers.slice(0, used) };
}

/** Of each row 1 where no value of the person is good, where `good` says it of each value. */
export function rowsWithout({ starts, numbers }: Facet, good: Uint8Array): Uint8Array {
  const rows = new Uint8Array(starts.length - 1);
  for (let row = 0, at = 0; row < rows.length; row++) {
    const end = starts[row + 1] ?? 0;
    let has = 0;
    for (; at < end; at++) has |= good[numbers[at] ?? 0] ?? 0;
    rows[row] = 1 - has;
  }
  return rows;
}

/** Somebody of whom nothing is known. */
export const NOBODY: ExpertFacts = {
  id: '',
  displayName: '',
  profession: null,
  specialties: [],
  expertise: [],
  languages: [],
  countryExperience: [],
  baseCountry: null,
  contributionTypes: [],
  availability: [],
  hoursAMonth: null,
  loadCap: null,
  load: 0,
  asksLastYear: 0,
  pausedUntil: null,
  isVerified: false,
  regulator: null,
  organisation: null,
  openToMatching: false,
  about: '',
  evidenceTexts: [],
  lastEngagedAt: null,
};
