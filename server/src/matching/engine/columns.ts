import type { CriterionKind, ExpertFacts, GateName } from '../shapes.ts';
import { rankOf, SPECIALTY_LEVEL } from '../expertise.ts';
import { claimsOf, type Claimed, type Claims } from './claims.ts';
import { facetOf, type Facet, type FacetReading } from './facet.ts';
import { claimItems } from './items.ts';
import type { Segment } from './segment.ts';
import { spansOf, type Spans } from './spans.ts';

/**
 * What gates ask of everybody, in columns: a hundred thousand people's facts are objects all over the memory, and reading
 * them for each request was most of a match.
 */
export interface Columns {
  facets: Record<FacetName, Facet>;
  spans: Spans;
  claims: readonly Claims[];
}

export type FacetName =
  Extract<GateName, 'OPEN_TO_MATCHING' | 'PAUSED' | 'LOAD_CAP'> | Exclude<CriterionKind, 'EXPERTISE'>;

/** Of the people of a segment, in its order. */
export function columnsFrom(segment: Segment, experts: readonly ExpertFacts[]): Columns {
  const facets = Object.entries(READINGS).map(([name, reading]) => [name, facetOf(experts, reading)]);
  return {
    facets: Object.fromEntries(facets) as Columns['facets'],
    spans: spansOf(experts),
    claims: claimsOf(segment, experts, claimedBy),
  };
}

/** Whoever has several values meets a gate with any one of them; an unsaid value is as good as an empty one. */
const READINGS: Record<FacetName, FacetReading> = {
  OPEN_TO_MATCHING: {
    keysOf: ({ openToMatching }) => [String(openToMatching)],
    factsOf: ({ openToMatching }) => ({ openToMatching }),
  },
  PAUSED: {
    keysOf: ({ pausedUntil }) => [pausedUntil ?? ''],
    factsOf: ({ pausedUntil }) => ({ pausedUntil }),
  },
  LOAD_CAP: {
    keysOf: ({ load, loadCap }) => [`${load} of ${loadCap}`],
    factsOf: ({ load, loadCap }) => ({ load, loadCap }),
  },
  REGISTRATION: {
    keysOf: ({ isVerified, regulator }) => [`${isVerified} ${regulator ?? ''}`],
    factsOf: ({ isVerified, regulator }) => ({ isVerified, regulator }),
  },
  PROFESSION: {
    keysOf: ({ profession }) => [profession ?? ''],
    factsOf: ({ profession }) => ({ profession }),
  },
  LANGUAGE: {
    keysOf: ({ languages }) =>
      languages.map(({ tag, speaking, reading, writing }) => `${speaking} ${reading} ${writing} ${tag}`),
    factsOf: ({ languages }, nth) => ({ languages: languages.slice(nth, nth + 1) }),
  },
  COUNTRY: {
    keysOf: countriesOf,
    factsOf: (expert, nth) => ({ baseCountry: countriesOf(expert)[nth] ?? null }),
  },
  CONTRIBUTION: {
    keysOf: ({ contributionTypes }) => contributionTypes,
    factsOf: ({ contributionTypes }, nth) => ({ contributionTypes: contributionTypes.slice(nth, nth + 1) }),
  },
};

/** To live there and to have worked there are one to a gate. */
function countriesOf({ baseCountry, countryExperience }: ExpertFacts): string[] {
  const worked = countryExperience.map(({ country }) => country);
  return baseCountry === null ? worked : [baseCountry, ...worked];
}

function claimedBy(expert: ExpertFacts): Claimed[] {
  const levels = [
    ...expert.expertise.map(({ level }) => level),
    ...expert.specialties.map(() => SPECIALTY_LEVEL),
  ];
  return claimItems(expert).map((item, at) => ({ ...item, rank: rankOf(levels[at] ?? null) }));
}
