import { offers, sameCode, tieOrNone, tieTo } from './criteria.ts';
import type { ComponentName, Criterion, ExpertFacts, RequestFacts, Verdict } from './shapes.ts';
import type { Topic } from './topic.ts';
import type { Remark } from './remark.ts';
import { day, freeDays, lengthOf, windowOf } from './window.ts';

/**
 * One part of the score before it is weighed. A null value means that the request does not ask for it. Remarks are only
 * made for those who are shown.
 */
export type Part = { name: ComponentName; value: number | null; remark(): Remark };

export function partsOf(
  request: RequestFacts,
  expert: ExpertFacts,
  verdicts: readonly Verdict[],
  topic: PartTopic,
  today: string,
): Part[] {
  return [
    topicPart(topic),
    preferredPart(request.criteria, verdicts),
    countryPart(request.country, expert, today),
    contributionPart(request.contributionTypes, expert),
    availabilityPart(request, expert, today),
    fairLoadPart(expert),
  ];
}

/** Below the one, a part is a gap; from the other on, a reason. */
export const SPEAKS_AGAINST = 0.35;
export const SPEAKS_FOR = 0.5;

/** What a criterion that is only nearly met is worth beside one that is. */
const RELATED = 0.4;

/** The topic's value, and its evidence when it is asked for. */
export type PartTopic = { value: number; evidence(): Topic['evidence'] };

function topicPart({ value, evidence }: PartTopic): Part {
  return { name: 'TOPIC', value, remark: () => ofEvidence(value, evidence()) };
}

function ofEvidence(value: number, [best]: Topic['evidence']): Remark {
  if (!best) return { kind: 'EVIDENCE_SILENT' };
  const kind = value < SPEAKS_AGAINST ? 'EVIDENCE_NEAREST' : 'EVIDENCE_SPEAKS';
  return { kind, title: best.title, words: best.terms.map(({ word }) => word) };
}

function preferredPart(criteria: readonly Criterion[], verdicts: readonly Verdict[]): Part {
  const wanted = new Set(criteria.filter(({ importance }) => importance === 'DESIRABLE').map(({ id }) => id));
  const judged = verdicts.filter(({ id }) => wanted.has(id));
  if (judged.length === 0)
    return { name: 'PREFERRED', value: null, remark: () => ({ kind: 'NO_DESIRABLES' }) };
  const exact = judged.filter(({ met }) => met === 'EXACT').length;
  const near = judged.filter(({ met }) => met === 'RELATED');
  const worth = near.reduce((sum, verdict) => sum + (verdict.worth ?? RELATED), 0);
  return {
    name: 'PREFERRED',
    value: (exact + worth) / judged.length,
    remark: () => ({ kind: 'MEETS', exact, of: judged.length, nearly: near.length }),
  };
}

/** Living there counts in full; working there counts more the longer and the later it was. */
function countryPart(country: string | null, expert: ExpertFacts, today: string): Part {
  if (!country) return { name: 'COUNTRY', value: null, remark: () => ({ kind: 'NO_COUNTRY_ASKED' }) };
  const tie = tieTo(country, expert);
  if (!tie) return { name: 'COUNTRY', value: 0, remark: () => tieOrNone(country, tie) };
  const yearsAgo = tie.lastYear === null ? 10 : Math.max(0, Number(day(today).slice(0, 4)) - tie.lastYear);
  const length = 0.5 + 0.5 * Math.min(1, tie.months / 24);
  const recency = 1 / (1 + Math.max(0, yearsAgo - 3) / 12);
  return { name: 'COUNTRY', value: tie.isBase ? 1 : length * recency, remark: () => tieOrNone(country, tie) };
}

function contributionPart(asked: readonly string[], { contributionTypes }: ExpertFacts): Part {
  if (asked.length === 0)
    return { name: 'CONTRIBUTION', value: null, remark: () => ({ kind: 'NO_CONTRIBUTION_ASKED' }) };
  const offered = asked.filter((type) => contributionTypes.some((each) => sameCode(each, type)));
  const value = offered.length / asked.length;
  const remark = () => (offered.length > 0 ? offers('OFFERS', offered) : offers('OFFERS_NOT', asked));
  return { name: 'CONTRIBUTION', value, remark };
}

/** The share of the window they are free in, and of the hours asked that they have in it. What is unsaid counts half. */
function availabilityPart(request: RequestFacts, expert: ExpertFacts, today: string): Part {
  const window = windowOf(request, today);
  const length = lengthOf(window);
  const days = freeDays(expert, window);
  const free = days === null ? 0.5 : days / length;
  const hours = hoursIn(days ?? length, expert.hoursAMonth);
  const asked = request.effortHours;
  const enough = asked === null || asked <= 0 ? 1 : hours === null ? 0.5 : Math.min(1, hours / asked);
  const rounded = hours === null ? null : Math.round(hours);
  return {
    name: 'AVAILABILITY',
    value: (free + enough) / 2,
    remark: () => ({ kind: 'FREE', days, length: days === null ? 0 : length, hours: rounded, asked }),
  };
}

/** Room under the cap they set, and how seldom they were asked: newcomers and the rested come forward. */
function fairLoadPart({ load, loadCap, asksLastYear }: ExpertFacts): Part {
  const room =
    loadCap === null
      ? 1 / (1 + Math.max(0, load))
      : 1 - Math.min(1, Math.max(0, load) / Math.max(1, loadCap));
  const rested = 1 / Math.sqrt(1 + Math.max(0, asksLastYear));
  return {
    name: 'FAIR_LOAD',
    value: (room + rested) / 2,
    remark: () => ({ kind: 'ASKED', asks: Math.max(0, asksLastYear), load: Math.max(0, load) }),
  };
}

function hoursIn(days: number, hoursAMonth: number | null): number | null {
  return hoursAMonth === null ? null : (Math.max(0, hoursAMonth) * days * 12) / 365;
}
