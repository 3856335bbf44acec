import type { Columns, FacetName } from './engine/columns.ts';
import type { Crowd } from './engine/crowd.ts';
import { rowsNotClaiming } from './engine/claims.ts';
import { rowsWithout, type Facet } from './engine/facet.ts';
import { busyRows } from './engine/spans.ts';
import type { Criterion, ExpertFacts, GateName, RequestFacts } from './shapes.ts';
import { rankOf } from './expertise.ts';
import { contentWords, mayBeStopWord } from './tokenise.ts';
import { ended, windowOf } from './window.ts';

/** A gate as it is asked of one person. */
export interface Sieve {
  gate: GateName;
  /** Where it is an essential of the request. */
  criterion?: Criterion;
  stops(expert: ExpertFacts): boolean;
}

/** The request and the day for which gates are asked. */
export interface Occasion {
  request: RequestFacts;
  today: string;
}

/** Of each row of the columns whether the gate stops the person, as 1; null where only the person can be asked. */
export function rowsStopped(
  sieve: Sieve,
  { columns, index, isLaden }: Crowd,
  { request, today }: Occasion,
): Uint8Array | null {
  const named = (ids: readonly string[]) => {
    const rows = new Uint8Array(columns.spans.starts.length - 1);
    for (const id of ids) rows[index.slots.get(id) ?? -1] = 1;
    return rows;
  };
  if (sieve.gate === 'LOAD_CAP' && isLaden) return null;
  if (sieve.gate === 'OWN_REQUEST') return named([request.ownerId]);
  if (sieve.gate === 'EXCLUDED') return named(request.excludedIds.map(({ id }) => id));
  if (sieve.gate === 'AVAILABILITY') return busyRows(columns.spans, ended(windowOf(request, today)));
  if (sieve.criterion?.kind === 'EXPERTISE') return rowsWithoutExpertise(sieve.criterion, columns);
  const facet = facetNamed(columns, sieve.criterion?.kind ?? sieve.gate);
  if (!facet) return null;
  // The gate itself says which values are good, so its rule stands once.
  const good = Uint8Array.from(facet.values, (value) => Number(!sieve.stops(value)));
  return rowsWithout(facet, good);
}

function facetNamed({ facets }: Columns, name: string): Facet | null {
  return name in facets ? facets[name as FacetName] : null;
}

/** As `judgeExpertise` has it. An item leaves stop words out and a claim does not: then the person is asked. */
function rowsWithoutExpertise({ value, level }: Criterion, { claims, spans }: Columns): Uint8Array | null {
  const terms = contentWords(value);
  const count = spans.starts.length - 1;
  if (terms.some(mayBeStopWord)) return null;
  if (terms.length === 0) return new Uint8Array(count).fill(1);
  return rowsNotClaiming(claims, count, terms, rankOf(level));
}
