import type { ExpertFacts } from '../shapes.ts';
import { termsOf, type Item } from './packed.ts';

/** Profession, employer, name and photograph are left out: they earn nothing. */
export function itemsOf({ about, specialties, expertise, evidenceTexts }: ExpertFacts): Item[] {
  return withoutRepeats([
    ...evidenceTexts.map(({ id, title, text }) => ({ id, title, text })),
    ...claimItems({ expertise, specialties }),
    { id: 'about', title: '', text: about },
  ]);
}

/** What they list, expertise before specialties. */
export function claimItems({
  specialties,
  expertise,
}: Pick<ExpertFacts, 'specialties' | 'expertise'>): Item[] {
  return [
    ...expertise.map(({ name, evidence }, at) => ({
      id: `expertise:${at}`,
      title: name,
      text: evidence ?? '',
    })),
    ...specialties.map((name, at) => ({ id: `specialty:${at}`, title: name, text: '' })),
  ];
}

/** Two items are one when of all their runs of three words more than this share is in both. */
const ALIKE = 0.8;
const RUN = 3;
/** Beside a very long list only its nearest in length are compared: what is alike is about as long. */
const NEIGHBOURS = 200;

/** Labels such as "Five years" are shared without being copied. */
const FEWEST_WORDS = 8;

/** The same text pasted twice, or nearly, or under another title, is one item: the one that came first. */
export function withoutRepeats(items: readonly Item[]): Item[] {
  const whole = items.map((item, at) => ({ at, terms: termsOf(item) }));
  const bodies = items
    .map(({ text }, at) => ({ at, terms: termsOf({ title: '', text }) }))
    .filter(({ terms }) => terms.length >= FEWEST_WORDS);
  const repeats = new Set([...repeatsIn(whole), ...repeatsIn(bodies)]);
  return items.filter((_, at) => !repeats.has(at));
}

function repeatsIn(texts: readonly { at: number; terms: string[] }[]): Set<number> {
  const known = texts.map(({ at, terms }) => ({ at, runs: runsOf(terms) }));
  const byLength = known.toSorted((one, other) => other.runs.size - one.runs.size || one.at - other.at);
  const repeats = new Set<number>();
  for (const [place, longer] of byLength.entries()) {
    const nearest = byLength.slice(place + 1, place + 1 + NEIGHBOURS);
    for (const shorter of nearest) {
      if (shorter.runs.size < ALIKE * longer.runs.size) break;
      if (areAlike(longer.runs, shorter.runs)) repeats.add(Math.max(longer.at, shorter.at));
    }
  }
  return repeats;
}

function areAlike(longer: ReadonlySet<string>, shorter: ReadonlySet<string>): boolean {
  let both = 0;
  for (const run of shorter) if (longer.has(run)) both++;
  return both > ALIKE * (longer.size + shorter.size - both);
}

/** A text of fewer words is one run. */
function runsOf(terms: readonly string[]): Set<string> {
  if (terms.length === 0) return new Set();
  if (terms.length < RUN) return new Set([terms.join(' ')]);
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= terms.length; at++) runs.add(terms.slice(at, at + RUN).join(' '));
  return runs;
}
