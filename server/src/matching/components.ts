import { sameCode, tieTo } from './criteria.ts';
import type { ComponentName, Criterion, ExpertFacts, RequestFacts, Verdict, Weights } from './shapes.ts';
import type { Topic } from './topic.ts';
import { counted, countryName, listed, plainCode } from './wording.ts';
import { day, freeDays, lengthOf, windowOf } from './window.ts';

/** One part of the score before it is weighed. A null value means that the request does not ask for it. */
export type Part = { name: ComponentName; value: number | null; says: string };

/** Topic leads because what people have done tells most; fair load and availability only tip the balance. */
export const DEFAULT_WEIGHTS: Weights = {
  TOPIC: 0.5,
  PREFERRED: 0.2,
  COUNTRY: 0.08,
  CONTRIBUTION: 0.1,
  AVAILABILITY: 0.06,
  FAIR_LOAD: 0.06,
};

export function partsOf(
  request: RequestFacts,
  expert: ExpertFacts,
  verdicts: readonly Verdict[],
  topic: Topic,
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

function topicPart({ value, evidence }: Topic): Part {
  const [best] = evidence;
  if (!best) return { name: 'TOPIC', value, says: 'Nothing in their profile speaks of the request.' };
  const shared = listed(best.terms.map(({ word }) => word));
  const item = best.title ? `“${best.title}”` : 'What they say about themselves';
  const isThin = value < SPEAKS_AGAINST;
  return {
    name: 'TOPIC',
    value,
    says: isThin ? `${item} comes nearest, with ${shared}.` : `${item} speaks of ${shared}.`,
  };
}

function preferredPart(criteria: readonly Criterion[], verdicts: readonly Verdict[]): Part {
  const wanted = new Set(criteria.filter(({ importance }) => importance === 'DESIRABLE').map(({ id }) => id));
  const judged = verdicts.filter(({ id }) => wanted.has(id));
  if (judged.length === 0)
    return { name: 'PREFERRED', value: null, says: 'The request names nothing desirable.' };
  const exact = judged.filter(({ met }) => met === 'EXACT').length;
  const related = judged.filter(({ met }) => met === 'RELATED').length;
  const near = related > 0 ? `, ${related} nearly` : '';
  return {
    name: 'PREFERRED',
    value: (exact + RELATED * related) / judged.length,
    says: `Meets ${exact} of ${counted(judged.length, 'desirable criterion', 'desirable criteria')}${near}.`,
  };
}

/** Living there counts in full; working there counts more the longer and the later it was. */
function countryPart(country: string | null, expert: ExpertFacts, today: string): Part {
  if (!country) return { name: 'COUNTRY', value: null, says: 'The request names no country.' };
  const tie = tieTo(country, expert);
  if (!tie) return { name: 'COUNTRY', value: 0, says: `Lists no experience of ${countryName(country)}.` };
  const yearsAgo = tie.lastYear === null ? 10 : Math.max(0, Number(day(today).slice(0, 4)) - tie.lastYear);
  const length = 0.5 + 0.5 * Math.min(1, tie.months / 24);
  const recency = 1 / (1 + Math.max(0, yearsAgo - 3) / 12);
  return { name: 'COUNTRY', value: tie.isBase ? 1 : length * recency, says: `${tie.says}.` };
}

function contributionPart(asked: readonly string[], { contributionTypes }: ExpertFacts): Part {
  if (asked.length === 0)
    return { name: 'CONTRIBUTION', value: null, says: 'The request names no kind of contribution.' };
  const offered = asked.filter((type) => contributionTypes.some((each) => sameCode(each, type)));
  const value = offered.length / asked.length;
  const says =
    offered.length > 0
      ? `Offers to ${listed(offered.map(plainCode))}.`
      : `Does not offer to ${listed(asked.map(plainCode))}.`;
  return { name: 'CONTRIBUTION', value, says };
}

/** The share of the window they are free in, and of the hours asked that they have in it. What is unsaid counts half. */
function availabilityPart(request: RequestFacts, expert: ExpertFacts, today: string): Part {
  const window = windowOf(request, today);
  const days = freeDays(expert, window);
  const free = days === null ? 0.5 : days / lengthOf(window);
  const hours = hoursIn(days ?? lengthOf(window), expert.hoursAMonth);
  const asked = request.effortHours;
  const enough = asked === null || asked <= 0 ? 1 : hours === null ? 0.5 : Math.min(1, hours / asked);
  const length = lengthOf(window);
  const when = days === length ? `all ${length}` : `${days} of the ${length}`;
  const said = [
    days === null ? 'Has not said when they are free' : `Is free on ${when} days`,
    ...(hours === null ? [] : [`with about ${counted(Math.round(hours), 'hour')} in all`]),
  ].join(', ');
  return {
    name: 'AVAILABILITY',
    value: (free + enough) / 2,
    says: asked === null ? `${said}.` : `${said}; you asked for ${counted(asked, 'hour')}.`,
  };
}

/** Room under the cap they set, and how seldom they were asked: newcomers and the rested come forward. */
function fairLoadPart({ load, loadCap, asksLastYear }: ExpertFacts): Part {
  const room =
    loadCap === null
      ? 1 / (1 + Math.max(0, load))
      : 1 - Math.min(1, Math.max(0, load) / Math.max(1, loadCap));
  const rested = 1 / Math.sqrt(1 + Math.max(0, asksLastYear));
  const asked =
    asksLastYear > 0
      ? `Asked ${counted(asksLastYear, 'time')} in the past year`
      : 'Not asked in the past year';
  const carries = load > 0 ? `${counted(load, 'engagement')} now` : 'no engagement now';
  return { name: 'FAIR_LOAD', value: (room + rested) / 2, says: `${asked}, ${carries}.` };
}

function hoursIn(days: number, hoursAMonth: number | null): number | null {
  return hoursAMonth === null ? null : (Math.max(0, hoursAMonth) * days * 12) / 365;
}
