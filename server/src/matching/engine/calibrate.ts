import { askFor } from './query.ts';
import { SMALL_HUB, type Scales, type ScorerName } from './statistics.ts';
import { termAt } from './terms.ts';
import { scoreTopics } from './topic-scores.ts';
import { homeOf, type TopicIndex } from './topic-index.ts';
import type { Segment } from './segment.ts';

const FEWEST_ITEMS = 500;
const ASKED = 80;
const ANSWERING = 40;
/** Of what is said about things one does not know: what six in seven pairs stay below is the middle. */
const SHARE_BELOW = 0.85;

/** What unrelated people score, measured by asking some items of some others; evenly spaced, so always the same. */
export function scalesOf(index: TopicIndex): Scales {
  const size = index.segments.reduce((sum, { lengths }) => sum + lengths.length, 0);
  const byId = index.ids.map((id, slot) => ({ id, slot })).sort((one, other) => (one.id < other.id ? -1 : 1));
  if (size < FEWEST_ITEMS || byId.length < ANSWERING) return SMALL_HUB;
  const texts = textsOf(index);
  const answering = spaced(byId, ANSWERING).map(({ slot }) => slot);
  const found: Record<ScorerName, number[]> = { bm25: [], likeliness: [], lsa: [], ppmi: [] };
  for (const { slot: asking } of spaced(byId, ASKED)) {
    const asked = texts.get(asking);
    if (!asked) continue;
    const slots = answering.filter((slot) => slot !== asking);
    const scores = scoreTopics(index, askFor(index.statistics, asked), slots);
    for (const slot of slots) {
      const raw = scores.rawOf(slot);
      for (const name of SCORERS) found[name].push(raw[name]);
    }
  }
  const words = { bm25: scaleOf('bm25', found.bm25), likeliness: scaleOf('likeliness', found.likeliness) };
  if (!index.statistics.latent) return { ...SMALL_HUB, ...words };
  return { ...words, lsa: scaleOf('lsa', found.lsa), ppmi: scaleOf('ppmi', found.ppmi) };
}

const SCORERS = ['bm25', 'likeliness', 'lsa', 'ppmi'] as const;

function scaleOf(scorer: ScorerName, values: number[]) {
  const sorted = values.sort((one, other) => one - other);
  const middle = Math.log(Math.max(0.005, sorted[Math.floor(SHARE_BELOW * (sorted.length - 1))] ?? 0));
  return { ...SMALL_HUB[scorer], middle };
}

/** Of some people the words of their first item, each as often as it is used. */
function textsOf(index: TopicIndex): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  const byId = index.ids.map((id, slot) => ({ id, slot })).sort((one, other) => (one.id < other.id ? -1 : 1));
  const wanted = new Map<Segment, Map<number, string[]>>();
  for (const { slot } of spaced(byId, ASKED)) {
    const home = homeOf(index, slot);
    if (!home || home.to === home.from) continue;
    const words: string[] = [];
    texts.set(slot, words);
    const items = wanted.get(home.segment) ?? new Map<number, string[]>();
    wanted.set(home.segment, items.set(home.from, words));
  }
  for (const [{ terms, starts, items, uses }, asked] of wanted)
    for (let place = 0; place < terms.count; place++)
      for (let at = starts[place] ?? 0, end = starts[place + 1] ?? 0; at < end; at++) {
        const words = asked.get(items[at] ?? -1);
        if (words) for (let left = uses[at] ?? 0; left > 0; left--) words.push(termAt(terms, place));
      }
  return texts;
}

function spaced<Each>(all: readonly Each[], count: number): Each[] {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]).filter(
    (each) => each !== undefined,
  );
}
