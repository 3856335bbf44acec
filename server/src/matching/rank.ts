import { crowdOf } from './engine/crowd.ts';
import { retrieve } from './engine/retrieve.ts';
import { slotOf, type TopicIndex } from './engine/topic-index.ts';
import { scoreTopics } from './engine/topic-scores.ts';
import { passGates } from './gates.ts';
import { DEFAULT_WEIGHTS } from './percents.ts';
import type { Remark } from './remark.ts';
import { explained, standingOf, type Standing } from './standing.ts';
import type { ExpertFacts, GatesResult, Match, RequestFacts, Weights, WhyNotHere } from './shapes.ts';
import { askTopic, confidenceIn, indexExperts, type TopicQuery } from './topic.ts';

/** Kept with every ranking: the same rules and the same facts give the same order. */
export const RULES_VERSION = '4';

/**
 * `today` is given, never read from a clock. An index built once serves many requests over the same experts. With `most`,
 * no more than so many are scored: those whose words answer best.
 */
export type RankOptions = {
  today: string;
  weights?: Weights;
  index?: TopicIndex;
  most?: number;
};

/** Whoever passes every gate, best first, as numbers; each is explained when asked for. */
export interface Ranking {
  standings: Standing[];
  gates: GatesResult;
  explain(standing: Standing): Match;
}

export function rankingWith(
  request: RequestFacts,
  experts: readonly ExpertFacts[],
  options: RankOptions,
): Ranking {
  const index = options.index ?? indexExperts(experts);
  const query = askTopic(index, request);
  const gates = passGates(request, experts, options.today);
  const scene = sceneOf(request, query, options);
  return {
    gates,
    standings: standingsOf(experts, gates.places, scene, options.most).sort(byScore),
    explain: (standing) => explained(standing, scene),
  };
}

/** Whoever passes every gate, best first. The score is the sum of its components; ties go by id. */
export function rankExperts(
  request: RequestFacts,
  experts: readonly ExpertFacts[],
  options: RankOptions,
): Match[] {
  const { standings, explain } = rankingWith(request, experts, options);
  return standings.map(explain);
}

/** Answers "why isn't this person here?" for anybody: what stopped them, and where they would otherwise stand. */
export function whyNotHere(
  request: RequestFacts,
  experts: readonly ExpertFacts[],
  id: string,
  today: string,
  weights: Weights = DEFAULT_WEIGHTS,
  index: TopicIndex = indexExperts(experts),
): WhyNotHere {
  const expert = experts.find((each) => each.id === id);
  if (!expert) return { remarks: [{ kind: 'NOT_CONSIDERED' }], failures: [], rank: null, match: null };

  const { standings, gates } = rankingWith(request, experts, { today, weights, index });
  const failures = gates.whyNot(id);
  const scene = sceneOf(request, askTopic(index, request), { today, weights });
  const [standing] = standingsOf([expert], Uint32Array.of(0), scene);
  if (!standing) throw new Error('Somebody who is scored has a score.');
  const match = explained(standing, scene);
  const others = standings.filter(({ expertId }) => expertId !== id);
  const rank = others.filter((other) => byScore(other, standing) < 0).length + 1;
  const place = { rank, of: others.length + 1, band: match.band };
  const remarks: Remark[] =
    failures.length > 0
      ? [...failures.map(({ remark }) => remark), { kind: 'WOULD_BE', ...place }]
      : [{ kind: 'IS_HERE', ...place }, ...match.gaps.map(({ remark }) => remark)];
  return { remarks, failures, rank, match };
}

function sceneOf(request: RequestFacts, query: TopicQuery, { today, weights }: RankOptions) {
  return { request, query, today, weights: weights ?? DEFAULT_WEIGHTS };
}

/** These of a list scored exactly; with `most`, after a short list is drawn up from their words. */
function standingsOf(
  experts: readonly ExpertFacts[],
  places: Uint32Array,
  scene: ReturnType<typeof sceneOf>,
  most = Infinity,
): Standing[] {
  const { index, asked } = scene.query;
  const everyone = slotsOf(experts, places, index);
  const chosen = retrieve(index, asked, everyone, most) ?? [...places.keys()];
  const slots = chosen.map((nth) => everyone[nth] ?? -1);
  const scores = scoreTopics(index, asked, slots);
  return chosen.flatMap((nth) => {
    const expert = experts[places[nth] ?? -1];
    const slot = everyone[nth] ?? -1;
    return expert ? standingOf(expert, scores.valueOf(slot), confidenceIn(index, expert.id), scene) : [];
  });
}

/** Where in the index these people of the list are. */
function slotsOf(experts: readonly ExpertFacts[], places: Uint32Array, index: TopicIndex): ArrayLike<number> {
  const crowd = crowdOf(experts);
  const known = crowd?.index === index ? crowd.slots : null;
  const slots = new Int32Array(places.length);
  for (let nth = 0; nth < places.length; nth++) {
    const at = places[nth] ?? 0;
    slots[nth] = known ? (known[at] ?? -1) : slotOf(index, experts[at]?.id ?? '', at);
  }
  return slots;
}

function byScore(one: Standing, other: Standing): number {
  return other.score - one.score || (one.expertId < other.expertId ? -1 : 1);
}
