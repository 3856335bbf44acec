import type { Criterion as RequestCriterion } from '../requests/criterion.ts';
import { judge } from './criteria.ts';
import type { Coverage } from './match-list.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';

/** How many people who are open to matching meet each criterion: where a request asks for too much. */
export function coverageOf({ criteria }: RequestFacts, experts: readonly ExpertFacts[]): Coverage[] {
  const open = experts.filter(({ openToMatching }) => openToMatching);
  return criteria.map((criterion) => ({
    criterion: criterion as unknown as RequestCriterion,
    people: open.filter((expert) => judge(criterion, expert).met === 'EXACT').length,
  }));
}
