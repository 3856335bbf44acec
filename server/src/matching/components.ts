import { sameCode, tieTo } from './criteria.ts';
import type { ComponentName, Criterion, ExpertFacts, RequestFacts, Verdict } from './shapes.ts';
import type { Topic } from './topic.ts';
import { counted, countryName, listed, plainCode } from './wording.ts';
import { beside, by, type Voice } from './voice.ts';
import { day, freeDays, lengthOf, windowOf } from './window.ts';

/**
 * One part of the score before it is weighed. A null value means that the request does not ask for it. Sentences are only
 * made for those who are shown.
 */
export type Part = { name: ComponentName; value: number | null; says(): string };

export function partsOf(
  request: RequestFacts,
  expert: ExpertFacts,
  verdicts: readonly Verdict[],
  topic: PartTopic,
  today: string,
  voice: Voice,
): Part[] {
  return [
    topicPart(topic, voice),
    preferredPart(request.criteria, verdicts, voice),
    countryPart(request.country, expert, today, voice),
    contributionPart(request.contributionTypes, expert, voice),
    availabilityPart(request, expert, today, voice),
    fairLoadPart(expert, voice),
  ];
}

/** Below the one, a part is a gap; from the other on, a reason. */
export const SPEAKS_AGAINST = 0.35;
export const SPEAKS_FOR = 0.5;

/** What a criterion that is only nearly met is worth beside one that is. */
const RELATED = 0.4;

/** The topic's value, and its evidence when it is asked for. */
export type PartTopic = { value: number; evidence(): Topic['evidence'] };

function topicPart({ value, evidence }: PartTopic, voice: Voice): Part {
  return { name: 'TOPIC', value, says: () => topicSays(value, evidence(), voice) };
}

function topicSays(value: number, [best]: Topic['evidence'], voice: Voice): string {
  if (!best) return `Nothing in ${by(voice, 'their', 'your')} profile speaks of the request.`;
  const shared = listed(best.terms.map(({ word }) => word));
  const self = by(voice, 'What they say about themselves', 'What you say about yourself');
  const item = best.title ? `“${best.title}”` : self;
  const isThin = value < SPEAKS_AGAINST;
  return isThin ? `${item} comes nearest, with ${shared}.` : `${item} speaks of ${shared}.`;
}

function preferredPart(criteria: readonly Criterion[], verdicts: readonly Verdict[], voice: Voice): Part {
  const wanted = new Set(criteria.filter(({ importance }) => importance === 'DESIRABLE').map(({ id }) => id));
  const judged = verdicts.filter(({ id }) => wanted.has(id));
  if (judged.length === 0)
    return { name: 'PREFERRED', value: null, says: () => 'The request names nothing desirable.' };
  const exact = judged.filter(({ met }) => met === 'EXACT').length;
  const near = judged.filter(({ met }) => met === 'RELATED');
  const worth = near.reduce((sum, verdict) => sum + (verdict.worth ?? RELATED), 0);
  const nearly = near.length > 0 ? `, ${near.length} nearly` : '';
  return {
    name: 'PREFERRED',
    value: (exact + worth) / judged.length,
    says: () =>
      `${by(voice, 'Meets', 'You meet')} ${exact} of ${counted(judged.length, 'desirable criterion', 'desirable criteria')}${nearly}.`,
  };
}

/** Living there counts in full; working there counts more the longer and the later it was. */
function countryPart(country: string | null, expert: ExpertFacts, today: string, voice: Voice): Part {
  if (!country) return { name: 'COUNTRY', value: null, says: () => 'The request names no country.' };
  const tie = tieTo(country, expert, voice);
  const none = () => `${by(voice, 'Lists', 'You list')} no experience of ${countryName(country)}.`;
  if (!tie) return { name: 'COUNTRY', value: 0, says: none };
  const yearsAgo = tie.lastYear === null ? 10 : Math.max(0, Number(day(today).slice(0, 4)) - tie.lastYear);
  const length = 0.5 + 0.5 * Math.min(1, tie.months / 24);
  const recency = 1 / (1 + Math.max(0, yearsAgo - 3) / 12);
  return { name: 'COUNTRY', value: tie.isBase ? 1 : length * recency, says: () => `${tie.says}.` };
}

function contributionPart(asked: readonly string[], { contributionTypes }: ExpertFacts, voice: Voice): Part {
  if (asked.length === 0)
    return { name: 'CONTRIBUTION', value: null, says: () => 'The request names no kind of contribution.' };
  const offered = asked.filter((type) => contributionTypes.some((each) => sameCode(each, type)));
  const value = offered.length / asked.length;
  const says = () =>
    offered.length > 0
      ? `${by(voice, 'Offers', 'You offer')} to ${listed(offered.map(plainCode))}.`
      : `${by(voice, 'Does not offer', 'You do not offer')} to ${listed(asked.map(plainCode))}.`;
  return { name: 'CONTRIBUTION', value, says };
}

/** The share of the window they are free in, and of the hours asked that they have in it. What is unsaid counts half. */
function availabilityPart(request: RequestFacts, expert: ExpertFacts, today: string, voice: Voice): Part {
  const window = windowOf(request, today);
  const days = freeDays(expert, window);
  const free = days === null ? 0.5 : days / lengthOf(window);
  const hours = hoursIn(days ?? lengthOf(window), expert.hoursAMonth);
  const asked = request.effortHours;
  const enough = asked === null || asked <= 0 ? 1 : hours === null ? 0.5 : Math.min(1, hours / asked);
  const length = lengthOf(window);
  const when = days === length ? `all ${length}` : `${days} of the ${length}`;
  const said = () =>
    [
      days === null
        ? by(voice, 'Has not said when they are free', 'You have not said when you are free')
        : `${by(voice, 'Is', 'You are')} free on ${when} days`,
      ...(hours === null ? [] : [`with about ${counted(Math.round(hours), 'hour')} in all`]),
    ].join(', ');
  return {
    name: 'AVAILABILITY',
    value: (free + enough) / 2,
    says: () => (asked === null ? `${said()}.` : `${said()}${beside(voice, counted(asked, 'hour'))}.`),
  };
}

/** Room under the cap they set, and how seldom they were asked: newcomers and the rested come forward. */
function fairLoadPart({ load, loadCap, asksLastYear }: ExpertFacts, voice: Voice): Part {
  const room =
    loadCap === null
      ? 1 / (1 + Math.max(0, load))
      : 1 - Math.min(1, Math.max(0, load) / Math.max(1, loadCap));
  const rested = 1 / Math.sqrt(1 + Math.max(0, asksLastYear));
  const asked = () =>
    asksLastYear > 0
      ? `${by(voice, 'Asked', 'You were asked')} ${counted(asksLastYear, 'time')} in the past year`
      : `${by(voice, 'Not', 'You were not')} asked in the past year`;
  const carries = () => (load > 0 ? `${counted(load, 'engagement')} now` : 'no engagement now');
  return { name: 'FAIR_LOAD', value: (room + rested) / 2, says: () => `${asked()}, ${carries()}.` };
}

function hoursIn(days: number, hoursAMonth: number | null): number | null {
  return hoursAMonth === null ? null : (Math.max(0, hoursAMonth) * days * 12) / 365;
}
