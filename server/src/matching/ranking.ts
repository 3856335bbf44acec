import { batch } from '../platform/batch.ts';
import type { EntityManager } from '../platform/database.ts';
import type { Bm25Index } from './bm25.ts';
import { expertsWithLoad } from './facts.ts';
import { passGates } from './gates.ts';
import { rankExperts } from './rank.ts';
import type { ExpertFacts, GatesResult, Match, RequestFacts } from './shapes.ts';
import { indexExperts } from './topic.ts';
import type { Load } from './workload.ts';

/** Everyone who has a profile, as they are now, and the index of their words: read once in an operation. */
export interface Everyone {
  experts: ExpertFacts[];
  loads: Map<string, Load>;
  index: Bm25Index;
}

const readOnce = batch<'everyone', Everyone | null>(
  async (em) => new Map([['everyone', await readEveryone(em)]]),
  null,
);

export async function everyone(context: Parameters<typeof readOnce>[0]): Promise<Everyone> {
  return (await readOnce(context, 'everyone')) ?? readEveryone(context.em);
}

async function readEveryone(em: EntityManager): Promise<Everyone> {
  const { experts, loads } = await expertsWithLoad(em);
  return { experts, loads, index: indexExperts(experts) };
}

export interface Ranking {
  matches: Match[];
  gates: GatesResult;
}

/** Who passes the gates of a request, best first, and where the others fell. */
export function rankingOf(
  request: RequestFacts,
  { experts, index }: Pick<Everyone, 'experts' | 'index'>,
): Ranking {
  const day = today();
  return {
    matches: rankExperts(request, experts, { today: day, index }),
    gates: passGates(request, experts, day),
  };
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
