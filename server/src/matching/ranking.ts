import { batch } from '../platform/batch.ts';
import type { EntityManager } from '../platform/database.ts';
import { laden } from './engine/crowd.ts';
import type { TopicIndex } from './engine/topic-index.ts';
import type { WeightsInUse } from './percents.ts';
import { rankingWith, type Ranking } from './rank.ts';
import { inMemory } from './resident.ts';
import type { ExpertFacts, Match, RequestFacts } from './shapes.ts';
import { loadsOf, type Load } from './workload.ts';

/** Everyone who has a profile, as they are now, the index of their words, and what weighs: read once in an operation. */
export interface Everyone extends WeightsInUse {
  experts: ExpertFacts[];
  loads: Map<string, Load>;
  index: TopicIndex;
}

const readOnce = batch<'everyone', Everyone | null>(
  async (em) => new Map([['everyone', await readEveryone(em)]]),
  null,
);

export async function everyone(context: Parameters<typeof readOnce>[0]): Promise<Everyone> {
  return (await readOnce(context, 'everyone')) ?? readEveryone(context.em);
}

/** The same for whoever works outside of an operation. Three statements: who changed, and what everybody carries. */
export async function readEveryone(em: EntityManager): Promise<Everyone> {
  const { community, ...inUse } = await inMemory(em);
  const { experts: known, index } = community.now();
  const loads = await loadsOf(em, 'all');
  const experts = known.map((expert) => loaded(expert, loads.get(expert.id)));
  laden(experts, known);
  return { experts, loads, index, ...inUse };
}

/** Facts are shared by all who ask; what somebody carries is today's. */
function loaded(expert: ExpertFacts, load: Load | undefined): ExpertFacts {
  if (!load) return expert;
  const { load: carried, asksLastYear, lastEngagedAt } = load;
  return { ...expert, load: carried, asksLastYear, lastEngagedAt };
}

/** From so many on, a short list is drawn up from people's words before it is scored exactly. */
const SHORT_LIST = 1_000;

/** Who passes the gates of a request, best first, and where the others fell. */
export function rankingOf(
  request: RequestFacts,
  { experts, index, weights }: Pick<Everyone, 'experts' | 'index' | 'weights'>,
): Ranking & { readonly matches: Match[] } {
  const ranking = rankingWith(request, experts, { today: today(), index, weights, most: SHORT_LIST });
  return {
    ...ranking,
    get matches() {
      return ranking.standings.map(ranking.explain);
    },
  };
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
