import type { Criterion as RequestCriterion } from '../requests/criterion.ts';
import type { Relaxed } from './match-list.ts';
import type { GatesResult, RequestFacts } from './shapes.ts';

/** How many would pass were one essential dropped, or the time widened: what an empty list offers to do. */
export function relaxedOf({ criteria }: RequestFacts, { places, fell }: GatesResult): Relaxed[] {
  const without = (isLifted: (gate: GatesResult['fell'][number]) => boolean) =>
    fell.find(isLifted)?.remainIfLifted ?? places.length;
  const essentials = criteria.filter(({ importance }) => importance === 'ESSENTIAL');
  return [
    ...essentials.map((criterion) => ({
      criterion: criterion as unknown as RequestCriterion,
      people: without(({ criterionId }) => criterionId === criterion.id),
    })),
    { criterion: null, people: without(({ gate }) => gate === 'AVAILABILITY') },
  ];
}
