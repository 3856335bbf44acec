import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/responses.ts';
import { publicWords, type Words } from '../platform/words.ts';

export const TEXT_MAX = 5_000;
export const EVIDENCE_MAX = 1_500;
export const NOTE_MAX = 500;
export const INVITATION_MAX = 1_000;
export const INTERESTS_MAX = 2_000;
export const FEEDBACK_MAX = 2_000;
export const DELIVERABLES_MAX = 2_000;
export const OUTCOME_MAX = 4_000;

export function cleanText(raw: string | null | undefined): Words {
  return publicWords(raw, { max: TEXT_MAX, multiline: true, field: 'text', label: say.whatYouOffer() });
}

export function cleanEvidence(raw: string): Words {
  const label = say.whatSpeaks();
  return publicWords(raw, { max: EVIDENCE_MAX, multiline: true, required: false, field: 'criteria', label });
}

/** A few words of free text that may be left out. */
export function cleanNote(raw: string | null | undefined, field: string, max: number = NOTE_MAX): Words {
  return publicWords(raw, { max, multiline: true, required: false, field, label: say.yourNote() });
}

export function cleanInterests(raw: string | null | undefined, required: boolean): Words {
  const rules = { max: INTERESTS_MAX, multiline: true, required };
  return publicWords(raw, { ...rules, field: 'interests', label: say.yourInterests() });
}

export function cleanInvitation(raw: string): Words {
  const rules = { max: INVITATION_MAX, multiline: true, required: false };
  return publicWords(raw, { ...rules, field: 'message', label: say.yourMessage() });
}

/** Whoever is not chosen is told why: staff cannot leave it out. */
export function cleanFeedback(raw: string | null | undefined): Words {
  const label = say.feedbackForOthers();
  return publicWords(raw, { max: FEEDBACK_MAX, multiline: true, field: 'feedback', label });
}

export function cleanReason(raw: string | null | undefined): Words {
  return publicWords(raw, { max: NOTE_MAX, multiline: true, field: 'reason', label: say.theReason() });
}

export function cleanDeliverables(raw: string): Words {
  const label = say.whatHandedOver();
  return publicWords(raw, { max: DELIVERABLES_MAX, multiline: true, field: 'deliverables', label });
}

export function cleanOutcome(raw: string, field: string, label: string, required = true): Words {
  return publicWords(raw, { max: OUTCOME_MAX, multiline: true, required, field, label });
}

export function stale(isStale: boolean): Problem | null {
  return isStale ? { code: ProblemCode.STALE, field: 'version', message: say.changedSince() } : null;
}
