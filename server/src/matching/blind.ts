import * as say from '../platform/say/generated/matching.ts';
import type { SaidMatch } from './said.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';

/** Words of a name or a workplace that say nothing by themselves, and would leave holes everywhere. */
const SHORTEST_WORD = 3;

/**
 * A match without anything that tells who it is: their name and workplace are cut out of every sentence, and where they
 * live or have worked is told only when the request asks for it.
 */
export function blindly(match: SaidMatch, { criteria }: RequestFacts, expert: ExpertFacts): SaidMatch {
  const says = hiding(expert);
  const asksForCountry = criteria.some(({ kind }) => kind === 'COUNTRY');
  const tells = asksForCountry ? null : match.components.find(({ name }) => name === 'COUNTRY')?.says;
  const shown = <T extends { says: string }>(all: T[]) =>
    all.filter((one) => one.says !== tells).map((one) => ({ ...one, says: says(one.says) }));
  return {
    ...match,
    reasons: shown(match.reasons),
    gaps: shown(match.gaps),
    components: match.components.map((part) => ({
      ...part,
      says: part.says === tells ? say.hiddenUntil() : says(part.says),
    })),
    criteria: match.criteria.map((verdict) => ({ ...verdict, why: verdict.why.map(says) })),
    evidence: [],
  };
}

/** Cuts the person's name and workplace out of a sentence. */
function hiding({ displayName, organisation }: ExpertFacts): (says: string) => string {
  const words = [...displayName.split(/[\s-]+/), organisation ?? ''].map((word) => word.trim());
  const telling = [displayName, organisation ?? '', ...words].filter(
    (word) => [...word].length >= SHORTEST_WORD,
  );
  if (telling.length === 0) return (says) => says;
  const pattern = telling.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
  const hidden = say.hidden();
  return (says) => says.replace(found, hidden);
}
