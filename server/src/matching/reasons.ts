import { SPEAKS_AGAINST, SPEAKS_FOR, type Part } from './components.ts';
import { expertiseFor } from './expertise.ts';
import type { Criterion, ExpertFacts, Reason, RequestFacts, Verdict } from './shapes.ts';
import { counted, dayName } from './wording.ts';
import { day } from './window.ts';

/** What speaks for a person, essentials first, each a sentence that repeats the arithmetic and adds nothing to it. */
export function reasonsFor(
  { criteria }: RequestFacts,
  verdicts: readonly Verdict[],
  parts: readonly Part[],
): Reason[] {
  const met = verdicts.filter((verdict) => verdict.met === 'EXACT');
  const said = byImportance(criteria, met).map((says): Reason => ({ kind: 'CRITERION', says }));
  const scored = parts
    .filter(({ name, value }) => name !== 'PREFERRED' && value !== null && value >= SPEAKS_FOR)
    .map(({ name, says }): Reason => ({ kind: name, says }));
  return once([...said, ...scored]);
}

/** What is missing or thin, so that whoever decides knows it before they ask. */
export function gapsOf(
  { criteria }: RequestFacts,
  expert: ExpertFacts,
  verdicts: readonly Verdict[],
  parts: readonly Part[],
  today: string,
): { says: string }[] {
  const unmet = byImportance(
    criteria,
    verdicts.filter(({ met }) => met !== 'EXACT'),
  );
  const weak = parts
    .filter(({ name, value }) => name !== 'PREFERRED' && value !== null && value < SPEAKS_AGAINST)
    .map(({ says }) => says);
  const unsaid = [...notSaid(expert), ...rusty(expert, criteria, today), ...nearLimit(expert)];
  return once([...unmet, ...weak, ...unsaid].map((says) => ({ says })));
}

/** Said of everyone whose evidence is too thin to judge by. */
export function thinEvidence(confidence: number): { says: string }[] {
  if (confidence === 0) return [{ says: 'Hardly any evidence in their profile yet: low confidence.' }];
  const items = Math.round(confidence / (1 - confidence));
  return items < ENOUGH_ITEMS ? [{ says: `${counted(items, 'item')} of evidence: low confidence.` }] : [];
}

const ENOUGH_ITEMS = 3;
const RUSTY_YEARS = 5;

function byImportance(criteria: readonly Criterion[], verdicts: readonly Verdict[]): string[] {
  const essential = new Set(
    criteria.filter(({ importance }) => importance === 'ESSENTIAL').map(({ id }) => id),
  );
  const first = verdicts.filter(({ id }) => essential.has(id));
  const then = verdicts.filter(({ id }) => !essential.has(id));
  return [...first, ...then].flatMap(({ why }) => why);
}

function notSaid({ availability, hoursAMonth }: ExpertFacts): string[] {
  return [
    ...(availability.length === 0 ? ['Has not said when they are free.'] : []),
    ...(hoursAMonth === null ? ['Has not said how many hours a month they have.'] : []),
  ];
}

/** Expertise that answers a criterion but was last used long ago. */
function rusty(expert: ExpertFacts, criteria: readonly Criterion[], today: string): string[] {
  const longAgo = Number(day(today).slice(0, 4)) - RUSTY_YEARS;
  return criteria.flatMap((criterion) => {
    const answer = criterion.kind === 'EXPERTISE' ? expertiseFor(criterion, expert) : null;
    return answer?.lastUsed && answer.lastUsed <= longAgo
      ? [`Last used ${answer.name} in ${answer.lastUsed}.`]
      : [];
  });
}

function nearLimit({ load, loadCap, lastEngagedAt }: ExpertFacts): string[] {
  if (loadCap === null || load === 0 || load + 1 < loadCap) return [];
  const since = lastEngagedAt ? `, last engaged on ${dayName(lastEngagedAt)}` : '';
  return [`One more would reach the limit they set (${load} of ${loadCap} now${since}).`];
}

/** Two criteria that one fact answers are one sentence: the first. */
function once<T extends { says: string }>(all: T[]): T[] {
  const facts = new Set<string>();
  return all.filter(({ says }) => {
    const fact = says.split('; you asked for ', 1).join('').replace(/\.$/, '');
    return !facts.has(fact) && facts.add(fact);
  });
}
