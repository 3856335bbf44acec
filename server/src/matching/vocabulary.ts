import { contentWords, words } from './tokenise.ts';
import kept from './vocabulary.json' with { type: 'json' };

/** The European Commission's words for the use of its classification, kept with every use of it. */
export const ATTRIBUTION = { source: kept.source, attribution: kept.attribution };

/** One concept: its label, and what else it is called or near to. Alternative labels are related, not the same. */
export interface Concept {
  label: string;
  isOccupation: boolean;
  alternatives: readonly string[];
}

const concepts: readonly Concept[] = kept.terms.map((term) => {
  const [label = '', ...alternatives] = term.slice(2).split('|');
  return { label, isOccupation: term.startsWith('o:'), alternatives };
});

/** The labels that hold every word begun here, those that begin with it first: to choose from, never the only choice. */
export function suggestTerms(search: string, most: number): string[] {
  const wanted = plain(search).split(' ').filter(Boolean);
  if (wanted.length === 0 || search.length > LONGEST_SEARCH) return [];
  const holds = (label: string) => {
    const held = plain(label).split(' ');
    return wanted.every((word) => held.some((each) => each.startsWith(word)));
  };
  const found = concepts.flatMap(({ label, alternatives }) => {
    if (holds(label)) return [{ label, place: plain(label).startsWith(wanted.join(' ')) ? 0 : 1 }];
    return alternatives.some(holds) ? [{ label, place: 2 }] : [];
  });
  return found
    .sort(
      (one, other) =>
        one.place - other.place ||
        one.label.length - other.label.length ||
        (one.label < other.label ? -1 : 1),
    )
    .slice(0, most)
    .map(({ label }) => label);
}

/** The words of each label that stands beside this phrase in a concept, without the phrase itself. */
export function relatedLabels(phrase: string): readonly RelatedLabel[] {
  const key = keyOf(phrase);
  if (key === '') return [];
  const known = remembered.get(key);
  if (known) return known;
  const labels = new Map<string, RelatedLabel>();
  for (const { label, alternatives } of byKey().get(key) ?? [])
    for (const each of [label, ...alternatives])
      if (keyOf(each) !== key) labels.set(keyOf(each), { label: each, words: contentWords(each) });
  const found = [...labels.values()].filter(({ words: held }) => held.length > 0);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
}

export interface RelatedLabel {
  label: string;
  words: readonly string[];
}

const LONGEST_SEARCH = 100;
const REMEMBERED = 1_000;
const remembered = new Map<string, readonly RelatedLabel[]>();
let index: Map<string, Concept[]> | undefined;

/** Which concepts are called so, by the words in any order. Made when it is first asked for. */
function byKey(): Map<string, Concept[]> {
  if (index) return index;
  index = new Map();
  for (const concept of concepts)
    for (const label of new Set([concept.label, ...concept.alternatives].map(keyOf)))
      index.set(label, [...(index.get(label) ?? []), concept]);
  return index;
}

function keyOf(phrase: string): string {
  return [...new Set(words(phrase))].sort().join(' ');
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
