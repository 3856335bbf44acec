import { scalesOf } from './calibrate.ts';
import { bearings } from './bearings.ts';
import { corpusOf, type Text } from './corpus.ts';
import { learn } from './learn.ts';
import { statisticsOf, UNTAUGHT, type IndexVersion } from './statistics.ts';
import { indexOf, type TopicIndex } from './topic-index.ts';

/** With fewer texts, words that stand together do so by chance. */
export const ENOUGH_TEXTS = 1_000;

/**
 * A version of the index: what these people's items and these requests teach of words, where there are enough of them, and
 * where each scorer's middle lies. The same people and requests always make the same version, to the bit.
 */
export function versionOf(name: string, index: TopicIndex, requests: readonly Text[]): IndexVersion {
  const [segment] = index.segments;
  const corpus = segment && corpusOf(segment, requests);
  const latent = corpus && corpus.texts.rows >= ENOUGH_TEXTS ? learn(corpus) : null;
  const { people, held } = statisticsOf(index.segments, [], index.ids.length, UNTAUGHT);
  const version = { ...UNTAUGHT, name, latent, size: { people, held } };
  const taught: TopicIndex = {
    ...index,
    statistics: statisticsOf(index.segments, [], index.ids.length, version),
    bearings: index.segments.map((each) => latent && bearings(each, latent)),
  };
  return { ...version, scales: scalesOf(taught) };
}

/** The same of packed people, for whoever has no index at hand, as a worker. */
export function versionFrom(
  name: string,
  people: readonly { id: string; terms: Uint8Array }[],
  requests: readonly Text[],
): IndexVersion {
  const index = indexOf(
    people.map(({ id }) => id),
    (slot) => people[slot]?.terms ?? new Uint8Array(),
  );
  return versionOf(name, index, requests);
}

/** The words of a request as they are learnt from. */
export function textOfTerms(terms: readonly string[]): Text {
  const uses = new Map<string, number>();
  for (const term of terms) uses.set(term, (uses.get(term) ?? 0) + 1);
  return [...uses];
}
