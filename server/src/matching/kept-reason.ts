import type { Reason } from './reason.ts';
import type { Remark } from './remark.ts';
import { sayingOf } from './sayings.ts';
import type { Voice } from './voice.ts';

/** A reason as an invitation keeps it. Those of old were kept as sentences, and in English. */
export type KeptReason = { kind: string } & ({ remark: Remark } | { says: string });

export function toldReason(kept: KeptReason, voice: Voice): Reason {
  const { kind } = kept;
  return 'says' in kept
    ? { kind, says: kept.says, lang: 'en' }
    : { kind, says: sayingOf(kept.remark, voice) };
}
