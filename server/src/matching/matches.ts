import type { Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { aliasesFor, namesOf } from './alias.ts';
import { requestFacts } from './facts.ts';
import { tellsCountry, type Placed, type Scene } from './match.rows.ts';
import { Nudge } from './match-list.ts';
import type { Ranking } from './rank.ts';
import { everyone, rankingOf } from './ranking.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';
import { sightOf } from './sight.ts';

export const factsOf = batch<string, RequestFacts | null>((em, ids) => requestFacts(em, ids), null);

export interface Ranked extends Scene {
  placed: Placed[];
  gates: Ranking['gates'];
}

/** The whole ranking as this viewer looks at it; null for whom there is none. Made once in an operation. */
export const rankedFor = batch<string, Ranked | null>(async (_, ids, work) => {
  const made = new Map<string, Ranked>();
  for (const id of ids) {
    const ranked = await rank(work as Context, id);
    if (ranked) made.set(id, ranked);
  }
  return made;
}, null);

async function rank(context: Context, requestId: string): Promise<Ranked | null> {
  const { viewer } = context;
  const request = viewer && (await factsOf(context, requestId));
  if (!request || !viewer) return null;
  const sight = await sightOf(context, requestId);
  const all = await everyone(context);
  const { standings, gates, explain } = rankingOf(request, all);
  const { keyOf } = aliasesFor(sight.seed, viewer.id);
  const keys = new Map(standings.map(({ expertId }) => [expertId, keyOf(expertId)]));
  const placed = standings
    .toSorted((one, other) => other.score - one.score || inTurn(keys, one.expertId, other.expertId))
    .map((standing, at) => ({ ...standing, rank: at + 1 }));
  const aliasOf = namesOf(placed.slice(0, MOST_SHOWN).flatMap(({ expertId }) => keys.get(expertId) ?? []));
  return { request, all, sight, viewer, keyOf, aliasOf, placed, gates, explain };
}

/** As many as can be shown at once: among these no two are called alike. */
export const MOST_SHOWN = 100;

/** Whoever ties is in another order to each viewer, always the same: nobody is first by the accident of an id. */
function inTurn(keys: ReadonlyMap<string, string>, one: string, other: string): number {
  return (keys.get(one) ?? '') < (keys.get(other) ?? '') ? -1 : 1;
}

/** Those in this band and country, in their order. A country that is not told cannot be asked for. */
export function within(
  { placed, request, all, sight }: Ranked,
  { band, country }: { band?: string | null | undefined; country?: string | null | undefined },
): Placed[] {
  const asked = country && tellsCountry(request, sight.isBlind) ? country : null;
  const home = new Map(all.experts.map(({ id, baseCountry }) => [id, baseCountry]));
  return placed
    .filter((match) => !band || match.band === band)
    .filter(({ expertId }) => !asked || home.get(expertId) === asked);
}

export function countriesOf({ placed, request, all, sight }: Ranked): string[] {
  if (!tellsCountry(request, sight.isBlind)) return [];
  const home = new Map(all.experts.map(({ id, baseCountry }) => [id, baseCountry]));
  return [...new Set(placed.flatMap(({ expertId }) => home.get(expertId) ?? []))].sort();
}

/** What it was made with. */
export function versionsOf({ all }: Pick<Ranked, 'all'>): { indexVersion: string; weightsVersion: number } {
  return { indexVersion: all.index.statistics.name, weightsVersion: all.weightsVersion };
}

const FEW = 3;
const MANY = 10;

/** What is worth a second look in who was invited. Nobody is named by it. */
export function nudgesFor(invited: readonly string[], experts: readonly ExpertFacts[]): Nudge[] {
  if (invited.length === 0) return [];
  const asked = new Set(invited);
  const homes = experts.filter(({ id }) => asked.has(id)).flatMap(({ baseCountry }) => baseCountry ?? []);
  return [
    ...(asked.size < FEW ? [Nudge.TOO_FEW] : []),
    ...(asked.size > MANY ? [Nudge.TOO_MANY] : []),
    ...(homes.length > 1 && new Set(homes).size === 1 ? [Nudge.ONE_COUNTRY] : []),
  ];
}
