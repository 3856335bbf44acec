import { partsOf, type Part } from './components.ts';
import { judge } from './criteria.ts';
import { gapsOf, pastedEvidence, reasonsFor, thinEvidence } from './reasons.ts';
import type { Band, Component, ExpertFacts, Match, RequestFacts, Verdict, Weights } from './shapes.ts';
import { evidenceFor, itemHolding, type TopicQuery } from './topic.ts';

/** One person's score and what it is made of, without a remark. */
export interface Standing {
  expertId: string;
  score: number;
  band: Band;
  components: Omit<Component, 'remark'>[];
  confidence: number;
  /** On the request's topic, as it went into the score. */
  topic: number;
  expert: ExpertFacts;
}

/** What a ranking is made with. */
export interface Scene {
  request: RequestFacts;
  query: TopicQuery;
  today: string;
  weights: Weights;
}

/** `said` is what their words say to the request, from 0 to 1. */
export function standingOf(expert: ExpertFacts, said: number, confidence: number, scene: Scene): Standing {
  const topic = believed(said, confidence);
  const components = weigh(partsFor(expert, topic, verdictsOf(expert, scene), scene), scene.weights);
  const score = components.reduce((sum, { contribution }) => sum + contribution, 0);
  return { expertId: expert.id, score, band: bandOf(score), components, confidence, topic, expert };
}

/** The same, with what there is to remark on it and the evidence that rests on. */
export function explained(standing: Standing, scene: Scene): Match {
  const { expert, topic, confidence, components, expertId, score, band } = standing;
  const { request, query, today } = scene;
  const verdicts = verdictsOf(expert, scene);
  const { evidence, pasted } = evidenceFor(query, expert.id);
  const parts = partsFor(expert, topic, verdicts, scene, evidence);
  return {
    ...{ expertId, band, score },
    components: parts.flatMap((part, at) => {
      const component = components[at];
      return component ? [{ ...component, remark: part.remark() }] : [];
    }),
    reasons: reasonsFor(request, verdicts, parts),
    gaps: [
      ...gapsOf(request, expert, verdicts, parts, today),
      ...pastedEvidence(pasted),
      ...thinEvidence(confidence),
    ],
    criteria: verdicts,
    evidence,
    confidence,
  };
}

/** As much as not: what little evidence says above this is believed as far as there is evidence for it. */
const UNSURE = 0.5;

/** Even without a text of some length the next label says a little more than the last. */
const LEAST_BELIEVED = 0.05;

/**
 * Few items prove little, so much is only believed in part. Little is believed as it is: taking evidence away must never
 * raise a score, and what was cited first always lowers it.
 */
function believed(said: number, confidence: number): number {
  const share = LEAST_BELIEVED + (1 - LEAST_BELIEVED) * confidence;
  return said <= UNSURE ? said : UNSURE + share * (said - UNSURE);
}

function verdictsOf(expert: ExpertFacts, { request, query }: Scene): Verdict[] {
  const findItem = (words: readonly string[]) => itemHolding(query.index, expert.id, words);
  return request.criteria.map((criterion) => judge(criterion, expert, findItem));
}

function partsFor(
  expert: ExpertFacts,
  value: number,
  verdicts: readonly Verdict[],
  { request, today }: Scene,
  evidence: Match['evidence'] = [],
): Part[] {
  return partsOf(request, expert, verdicts, { value, evidence: () => evidence }, today);
}

/** What the request does not ask for weighs nothing; the rest shares the whole weight, the same for everyone. */
function weigh(parts: readonly Part[], weights: Weights): Standing['components'] {
  const asked = parts.filter(({ value }) => value !== null);
  const total = asked.reduce((sum, { name }) => sum + Math.max(0, weights[name]), 0);
  return parts.map(({ name, value }) => {
    const weight = value === null || total === 0 ? 0 : Math.max(0, weights[name]) / total;
    return { name, weight, value: value ?? 0, contribution: weight * (value ?? 0) };
  });
}

/** Fixed cut-points: a band says how good a match is, not how it compares with today's others. */
const STRONG = 0.65;
const GOOD = 0.45;

function bandOf(score: number): Band {
  if (score >= STRONG) return 'STRONG';
  return score >= GOOD ? 'GOOD' : 'POSSIBLE';
}
