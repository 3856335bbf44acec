import type { FunnelStep } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/insight.ts';

export const STEPS: Record<FunnelStep, () => string> = {
  SUGGESTED: say.stepSuggested,
  INVITED: say.stepInvited,
  VIEWED: say.stepViewed,
  RESPONDED: say.stepResponded,
  SELECTED: say.stepSelected,
  COMPLETED: say.stepCompleted,
};

/** "3–4" for three days to less than five. */
export function spanText(from: number, to: number | null): string {
  if (to === null) return say.orMore({ count: from });
  if (from === 0) return say.underOne();
  return to - from === 1 ? say.number({ count: from }) : say.fromTo({ from, to: to - 1 });
}

/** The same where there is room for little. */
export function spanShort(from: number, to: number | null): string {
  if (to === null) return say.andOver({ count: from });
  return from === 0 ? '<1' : spanText(from, to);
}
