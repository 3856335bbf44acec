import type { PlanRequest } from '../matching/assignment.ts';
import type { PlanRow } from '../matching/program.ts';
import type { ExpertFacts } from '../matching/shapes.ts';
import { PlanGroup, type PlanRule } from './plan-rule.ts';

/** Each row and the place of the rule it came from. */
export interface RuleRows {
  rows: PlanRow[];
  ruleOf: number[];
}

/** The rules as rows over who may be asked: one for each request, or one over all of them; of organisations one each. */
export function rowsOf(
  rules: readonly PlanRule[],
  requests: readonly PlanRequest[],
  experts: readonly ExpertFacts[],
): RuleRows {
  const known = new Map(experts.map((expert) => [expert.id, expert]));
  const rows: PlanRow[] = [];
  const ruleOf: number[] = [];
  for (const [at, rule] of rules.entries()) {
    const concerned = requests.filter(({ id }) => rule.requestId === null || rule.requestId === id);
    const sets = rule.isTogether ? [concerned] : concerned.map((request) => [request]);
    for (const set of sets) {
      const needed = set.reduce((sum, request) => sum + request.needed, 0);
      if (needed === 0) continue;
      // A rule asks for no more people than are needed.
      const seats = rule.kind === 'AT_LEAST' ? Math.min(rule.seats, needed) : rule.seats;
      const candidates = new Set(set.flatMap(({ candidates: all }) => all.map(({ expertId }) => expertId)));
      const crowd = [...candidates].flatMap((id) => known.get(id) ?? []);
      for (const expertIds of groupsIn(rule, crowd)) {
        rows.push({
          kind: rule.kind,
          seats,
          requestIds: new Set(set.map(({ id }) => id)),
          expertIds,
        });
        ruleOf.push(at);
      }
    }
  }
  return { rows, ruleOf };
}

/** Who of these belongs to what the rule counts; where it names no organisation, each crowded one by itself. */
function groupsIn({ group, value, seats }: PlanRule, crowd: readonly ExpertFacts[]): Set<string>[] {
  if (group === PlanGroup.ORGANISATION && value === '') {
    const by = Map.groupBy(
      crowd.filter(({ organisation }) => organisation),
      ({ organisation }) => alike(organisation),
    );
    return [...by.values()].filter((all) => all.length > seats).map((all) => idsOf(all));
  }
  return [idsOf(crowd.filter((expert) => isIn(group, value, expert)))];
}

function isIn(group: PlanGroup, value: string, expert: ExpertFacts): boolean {
  if (group === PlanGroup.FIRST_TIME) return expert.asksLastYear === 0 && expert.lastEngagedAt === null;
  if (group === PlanGroup.COUNTRIES)
    return expert.baseCountry !== null && value.split(', ').includes(expert.baseCountry);
  const said = group === PlanGroup.PROFESSION ? expert.profession : expert.organisation;
  return said !== null && alike(said) === alike(value);
}

function alike(text: string | null): string {
  return (text ?? '').normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

function idsOf(experts: readonly ExpertFacts[]): Set<string> {
  return new Set(experts.map(({ id }) => id));
}
