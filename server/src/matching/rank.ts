import { itemHolding, type Bm25Index } from './bm25.ts';
import { DEFAULT_WEIGHTS, partsOf, type Part } from './components.ts';
import { judge } from './criteria.ts';
import { passGates } from './gates.ts';
import { gapsOf, reasonsFor, thinEvidence } from './reasons.ts';
import type { Band, Component, ExpertFacts, Match, RequestFacts, Weights, WhyNotHere } from './shapes.ts';
import { askTopic, confidenceIn, indexExperts, topicOf, type TopicQuery } from './topic.ts';

/** Kept with every ranking: the same rules and the same facts give the same order. */
export const RULES_VERSION = '1';

/** `today` is given, never read from a clock. An index built once serves many requests over the same experts. */
export type RankOptions = { today: string; weights?: Weights; index?: Bm25Index };

/** Whoever passes every gate, best first. The score is the sum of its components; ties go by id. */
export function rankExperts(
  request: RequestFacts,
  experts: readonly ExpertFacts[],
  options: RankOptions,
): Match[] {
  const query = askTopic(options.index ?? indexExperts(experts), request);
  return passGates(request, experts, options.today)
    .remaining.map((expert) => matchOf(request, expert, query, options))
    .sort(byScore);
}

/** Answers "why isn't this person here?" for anybody: what stopped them, and where they would otherwise stand. */
export function whyNotHere(
  request: RequestFacts,
  experts: readonly ExpertFacts[],
  id: string,
  today: string,
  weights: Weights = DEFAULT_WEIGHTS,
): WhyNotHere {
  const expert = experts.find((each) => each.id === id);
  if (!expert)
    return { says: ['Is not among the people who were considered.'], failures: [], rank: null, match: null };

  const failures = passGates(request, experts, today)
    .whyNot(id)
    .map(({ gate, criterionId, says }) => ({ gate, criterionId, says }));
  const query = askTopic(indexExperts(experts), request);
  const match = matchOf(request, expert, query, { today, weights });
  const others = rankExperts(request, experts, { today, weights, index: query.index }).filter(
    ({ expertId }) => expertId !== id,
  );
  const rank = others.filter((other) => byScore(other, match) < 0).length + 1;
  const place = `${rank} of ${others.length + 1} (${match.band.toLowerCase()})`;
  const says =
    failures.length > 0
      ? [...failures.map((failure) => failure.says), `Otherwise would be number ${place}.`]
      : [`Is here, as number ${place}.`, ...match.gaps.map((gap) => gap.says)];
  return { says, failures, rank, match };
}

/** Fixed cut-points: a band says how good a match is, not how it compares with today's others. */
const STRONG = 0.65;
const GOOD = 0.45;

function matchOf(
  request: RequestFacts,
  expert: ExpertFacts,
  query: TopicQuery,
  { today, weights }: RankOptions,
): Match {
  const findItem = (words: readonly string[]) => itemHolding(query.index, expert.id, words);
  const verdicts = request.criteria.map((criterion) => judge(criterion, expert, findItem));
  const topic = topicOf(query, expert.id);
  const parts = partsOf(request, expert, verdicts, topic, today);
  const components = weigh(parts, weights ?? DEFAULT_WEIGHTS);
  const score = components.reduce((sum, { contribution }) => sum + contribution, 0);
  const confidence = confidenceIn(query.index, expert.id);
  return {
    expertId: expert.id,
    band: bandOf(score),
    score,
    components,
    reasons: reasonsFor(request, verdicts, parts),
    gaps: [...gapsOf(request, expert, verdicts, parts, today), ...thinEvidence(confidence)],
    criteria: verdicts,
    evidence: topic.evidence,
    confidence,
  };
}

/** What the request does not ask for weighs nothing; the rest shares the whole weight, the same for everyone. */
function weigh(parts: readonly Part[], weights: Weights): Component[] {
  const asked = parts.filter(({ value }) => value !== null);
  const total = asked.reduce((sum, { name }) => sum + Math.max(0, weights[name]), 0);
  return parts.map(({ name, value, says }) => {
    const weight = value === null || total === 0 ? 0 : Math.max(0, weights[name]) / total;
    return { name, weight, value: value ?? 0, contribution: weight * (value ?? 0), says };
  });
}

function bandOf(score: number): Band {
  if (score >= STRONG) return 'STRONG';
  return score >= GOOD ? 'GOOD' : 'POSSIBLE';
}

function byScore(one: Match, other: Match): number {
  return other.score - one.score || (one.expertId < other.expertId ? -1 : 1);
}
