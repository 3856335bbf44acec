/** With fewer judged pairs, weights that are learnt are no better than equal ones, only less steady. */
export const FEWEST_JUDGED = 1_000;

/** By how much learnt weights do better than the defaults on what they were not learnt from: a 95 % interval. */
export interface HeldOut {
  low: number;
  high: number;
}

/** Why learnt weights may not take the place of the defaults, as a sentence, or null when they may. */
export function whyNotLearnt(judged: number, heldOut: HeldOut | null): string | null {
  if (judged < FEWEST_JUDGED)
    return `${judged} judged pairs, of ${FEWEST_JUDGED} that it takes: the default weights stay.`;
  if (!heldOut) return 'Not tried on pairs that were held out: the default weights stay.';
  if (heldOut.low <= 0) return 'No better on pairs that were held out: the default weights stay.';
  return null;
}
