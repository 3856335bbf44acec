import { SPEAKS_AGAINST, SPEAKS_FOR, type Part } from './components.ts';
import { expertiseFor } from './expertise.ts';
import { PART_OF_COMPONENT, PART_OF_CRITERION } from './profile-part.ts';
import type { Criterion, ExpertFacts, Gap, Reason, RequestFacts, Verdict } from './shapes.ts';
import { by, factOf, type Voice } from './voice.ts';
import { counted, dayName } from './wording.ts';
import { day } from './window.ts';

/** What speaks for a person, essentials first, each a sentence that repeats the arithmetic and adds nothing to it. */
export function reasonsFor(
  { criteria }: RequestFacts,
  verdicts: readonly Verdict[],
  parts: readonly Part[],
): Reason[] {
  const met = verdicts.filter((verdict) => verdict.met === 'EXACT');
  const said = byImportance(criteria, met).map(({ says }): Reason => ({ kind: 'CRITERION', says }));
  const scored = parts
    .filter(({ name, value }) => name !== 'PREFERRED' && value !== null && value >= SPEAKS_FOR)
    .map(({ name, says }): Reason => ({ kind: name, says: says() }));
  return once([...said, ...scored]);
}

/** What is missing or thin, and where in the profile it belongs: whoever decides knows it before they ask. */
export function gapsOf(
  { criteria }: RequestFacts,
  expert: ExpertFacts,
  verdicts: readonly Verdict[],
  parts: readonly Part[],
  today: string,
  voice: Voice,
): Gap[] {
  const unmet = byImportance(
    criteria,
    verdicts.filter(({ met }) => met !== 'EXACT'),
  );
  const weak = parts
    .filter(({ name, value }) => name !== 'PREFERRED' && value !== null && value < SPEAKS_AGAINST)
    .map(({ name, says }): Gap => ({ says: says(), part: PART_OF_COMPONENT[name] }));
  const unsaid = [
    ...notSaid(expert, voice),
    ...rusty(expert, criteria, today, voice),
    ...nearLimit(expert, voice),
  ];
  return once([...unmet, ...weak, ...unsaid]);
}

/** Said of everyone whose evidence is too thin to judge by. */
export function thinEvidence(confidence: number, voice: Voice): Gap[] {
  const part = 'EXPERTISE';
  const none = by(
    voice,
    'Hardly any evidence in their profile yet: low confidence.',
    'There is hardly any evidence in your profile yet, so this match is uncertain.',
  );
  if (confidence === 0) return [{ says: none, part }];
  const items = Math.round(confidence / (1 - confidence));
  if (items >= ENOUGH_ITEMS) return [];
  const few = counted(items, 'item');
  const toYou = `Your profile has ${few} of evidence, so this match is uncertain.`;
  return [{ says: by(voice, `${few} of evidence: low confidence.`, toYou), part }];
}

/** What only repeats the request counts for less, and whoever decides is told. */
export function pastedEvidence(pasted: readonly { title: string }[], voice: Voice): Gap[] {
  return pasted.map(({ title }) => {
    const self = by(voice, 'What they say about themselves', 'What you say about yourself');
    const item = title ? `“${title}”` : self;
    return { says: `${item} repeats the words of the request, and counts for less.`, part: 'EXPERTISE' };
  });
}

const ENOUGH_ITEMS = 3;
const RUSTY_YEARS = 5;

function byImportance(criteria: readonly Criterion[], verdicts: readonly Verdict[]): Gap[] {
  const asked = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const isEssential = ({ id }: Verdict) => asked.get(id)?.importance === 'ESSENTIAL';
  const sorted = [...verdicts.filter(isEssential), ...verdicts.filter((each) => !isEssential(each))];
  return sorted.flatMap(({ id, why }) => {
    const kind = asked.get(id)?.kind;
    return why.map((says) => ({ says, part: kind ? PART_OF_CRITERION[kind] : null }));
  });
}

function notSaid({ availability, hoursAMonth }: ExpertFacts, voice: Voice): Gap[] {
  const free = by(voice, 'Has not said when they are free.', 'You have not said when you are free.');
  const hours = by(
    voice,
    'Has not said how many hours a month they have.',
    'You have not said how many hours a month you have.',
  );
  return [...(availability.length === 0 ? [free] : []), ...(hoursAMonth === null ? [hours] : [])].map(
    (says) => ({ says, part: 'AVAILABILITY' }),
  );
}

/** Expertise that answers a criterion but was last used long ago. */
function rusty(expert: ExpertFacts, criteria: readonly Criterion[], today: string, voice: Voice): Gap[] {
  const longAgo = Number(day(today).slice(0, 4)) - RUSTY_YEARS;
  return criteria.flatMap((criterion): Gap[] => {
    const answer = criterion.kind === 'EXPERTISE' ? expertiseFor(criterion, expert) : null;
    if (!answer?.lastUsed || answer.lastUsed > longAgo) return [];
    const says = `${by(voice, 'Last', 'You last')} used ${answer.name} in ${answer.lastUsed}.`;
    return [{ says, part: 'EXPERTISE' }];
  });
}

function nearLimit({ load, loadCap, lastEngagedAt }: ExpertFacts, voice: Voice): Gap[] {
  if (loadCap === null || load === 0 || load + 1 < loadCap) return [];
  const since = lastEngagedAt ? `, last engaged on ${dayName(lastEngagedAt)}` : '';
  const limit = `the limit ${by(voice, 'they', 'you')} set (${load} of ${loadCap} now${since})`;
  return [{ says: `One more would reach ${limit}.`, part: 'AVAILABILITY' }];
}

/** Two criteria that one fact answers are one sentence: the first. */
function once<T extends { says: string }>(all: T[]): T[] {
  const facts = new Set<string>();
  return all.filter(({ says }) => !facts.has(factOf(says)) && facts.add(factOf(says)));
}
