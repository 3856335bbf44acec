import { SPEAKS_AGAINST, SPEAKS_FOR, type Part } from './components.ts';
import { expertiseFor } from './expertise.ts';
import { PART_OF_COMPONENT, PART_OF_CRITERION } from './profile-part.ts';
import { once, type Remark } from './remark.ts';
import type { Criterion, ExpertFacts, Gap, Reason, RequestFacts, Verdict } from './shapes.ts';
import { day } from './window.ts';

/** What speaks for a person, essentials first. It repeats the arithmetic and adds nothing to it. */
export function reasonsFor(
  { criteria }: RequestFacts,
  verdicts: readonly Verdict[],
  parts: readonly Part[],
): Reason[] {
  const met = verdicts.filter((verdict) => verdict.met === 'EXACT');
  const said = byImportance(criteria, met).map(({ remark }): Reason => ({ kind: 'CRITERION', remark }));
  const scored = parts
    .filter(({ name, value }) => name !== 'PREFERRED' && value !== null && value >= SPEAKS_FOR)
    .map(({ name, remark }): Reason => ({ kind: name, remark: remark() }));
  return once([...said, ...scored]);
}

/** What is missing or thin, and where in the profile it belongs: whoever decides knows it before they ask. */
export function gapsOf(
  { criteria }: RequestFacts,
  expert: ExpertFacts,
  verdicts: readonly Verdict[],
  parts: readonly Part[],
  today: string,
): Gap[] {
  const unmet = byImportance(
    criteria,
    verdicts.filter(({ met }) => met !== 'EXACT'),
  );
  const weak = parts
    .filter(({ name, value }) => name !== 'PREFERRED' && value !== null && value < SPEAKS_AGAINST)
    .map(({ name, remark }): Gap => ({ remark: remark(), part: PART_OF_COMPONENT[name] }));
  const unsaid = [...notSaid(expert), ...rusty(expert, criteria, today), ...nearLimit(expert)];
  return once([...unmet, ...weak, ...unsaid]);
}

/** Said of everyone whose evidence is too thin to judge by. */
export function thinEvidence(confidence: number): Gap[] {
  const part = 'EXPERTISE';
  if (confidence === 0) return [{ remark: { kind: 'NO_EVIDENCE' }, part }];
  const items = Math.round(confidence / (1 - confidence));
  return items >= ENOUGH_ITEMS ? [] : [{ remark: { kind: 'LITTLE_EVIDENCE', items }, part }];
}

/** What only repeats the request counts for less, and whoever decides is told. */
export function pastedEvidence(pasted: readonly { title: string }[]): Gap[] {
  return pasted.map(({ title }) => ({ remark: { kind: 'PASTED', title }, part: 'EXPERTISE' }));
}

const ENOUGH_ITEMS = 3;
const RUSTY_YEARS = 5;

function byImportance(criteria: readonly Criterion[], verdicts: readonly Verdict[]): Gap[] {
  const asked = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const isEssential = ({ id }: Verdict) => asked.get(id)?.importance === 'ESSENTIAL';
  const sorted = [...verdicts.filter(isEssential), ...verdicts.filter((each) => !isEssential(each))];
  return sorted.flatMap(({ id, why }) => {
    const kind = asked.get(id)?.kind;
    return why.map((remark) => ({ remark, part: kind ? PART_OF_CRITERION[kind] : null }));
  });
}

function notSaid({ availability, hoursAMonth }: ExpertFacts): Gap[] {
  const free: Remark = { kind: 'FREE', days: null, length: 0, hours: null, asked: null };
  return [
    ...(availability.length === 0 ? [free] : []),
    ...(hoursAMonth === null ? [{ kind: 'HOURS_UNSAID' } as const] : []),
  ].map((remark) => ({ remark, part: 'AVAILABILITY' }));
}

/** Expertise that answers a criterion but was last used long ago. */
function rusty(expert: ExpertFacts, criteria: readonly Criterion[], today: string): Gap[] {
  const longAgo = Number(day(today).slice(0, 4)) - RUSTY_YEARS;
  return criteria.flatMap((criterion): Gap[] => {
    const answer = criterion.kind === 'EXPERTISE' ? expertiseFor(criterion, expert) : null;
    if (!answer?.lastUsed || answer.lastUsed > longAgo) return [];
    const { name, lastUsed: year } = answer;
    return [{ remark: { kind: 'LAST_USED', name, year }, part: 'EXPERTISE' }];
  });
}

function nearLimit({ load, loadCap, lastEngagedAt }: ExpertFacts): Gap[] {
  if (loadCap === null || load === 0 || load + 1 < loadCap) return [];
  const since = lastEngagedAt ? day(lastEngagedAt) : null;
  return [{ remark: { kind: 'NEAR_LIMIT', load, loadCap, since }, part: 'AVAILABILITY' }];
}
