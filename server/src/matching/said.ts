import type { Match, Verdict } from './shapes.ts';
import { sayingOf } from './sayings.ts';
import type { Voice } from './voice.ts';

/** A match with its remarks said, in the language of the operation. */
export type SaidMatch = ReturnType<typeof saidMatch>;

export function saidMatch(match: Match, voice: Voice) {
  return {
    ...match,
    components: match.components.map((each) => said(each, voice)),
    reasons: match.reasons.map((each) => said(each, voice)),
    gaps: match.gaps.map((each) => said(each, voice)),
    criteria: match.criteria.map((verdict) => ({ ...verdict, why: whySaid(verdict, voice) })),
  };
}

/** Anything with a remark, with its sentence instead. */
export function said<T extends { remark: Parameters<typeof sayingOf>[0] }>(
  { remark, ...rest }: T,
  voice: Voice = 'STAFF',
): Omit<T, 'remark'> & { says: string } {
  return { ...rest, says: sayingOf(remark, voice) };
}

function whySaid({ why }: Verdict, voice: Voice): string[] {
  return why.map((remark) => sayingOf(remark, voice));
}
