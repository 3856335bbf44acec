import type { Need, StaffPageQuery } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/insight.ts';

type OnDesk = StaffPageQuery['desk'][number];

interface Waiting {
  id: string;
  title: string;
  need: Need;
  says: string;
  href: string;
  isPressing: boolean;
}

const SAYS: Record<Need, (request: OnDesk) => string> = {
  OUTCOME_OVERDUE: () => say.needOverdue(),
  PUBLISH: () => say.needPublish(),
  NO_RESPONSES: ({ invited }) => say.needResponses({ count: invited }),
  START_ASSESSING: ({ offered }) => say.needAssessing({ count: offered }),
  DECLARATIONS: () => say.needDeclarations(),
  DECISIONS: () => say.needDecisions(),
  QUESTIONS: ({ openQuestions }) => say.needQuestions({ count: openQuestions }),
  OUTCOME_DUE: () => say.needOutcome(),
  CLOSE: () => say.needClose(),
};

const WHERE: Record<Need, string> = {
  OUTCOME_OVERDUE: '/outcome',
  PUBLISH: '',
  NO_RESPONSES: '/matches',
  START_ASSESSING: '',
  DECLARATIONS: '/responses',
  DECISIONS: '/responses',
  QUESTIONS: '#questions',
  OUTCOME_DUE: '/outcome',
  CLOSE: '/outcome',
};

const PRESSING: readonly Need[] = ['OUTCOME_OVERDUE', 'NO_RESPONSES'];

/** One line for each thing that waits for staff, what presses first. */
export function waitingOn(desk: readonly OnDesk[]): Waiting[] {
  const order = Object.keys(SAYS);
  return desk
    .flatMap((request) =>
      request.needs.map((need) => ({
        id: `${request.id}-${need}`,
        title: request.title,
        need,
        says: SAYS[need](request),
        href: `/requests/${request.id}${WHERE[need]}`,
        isPressing: PRESSING.includes(need),
      })),
    )
    .toSorted((one, other) => order.indexOf(one.need) - order.indexOf(other.need));
}

const DAY = 86_400_000;

/** How many whole days are left, never fewer than none: nobody is promised more than there is. */
export function daysLeft(closesAt: string, now: string): number {
  return Math.max(0, Math.floor((Date.parse(closesAt) - Date.parse(now)) / DAY));
}
