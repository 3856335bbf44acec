import type { ReportReason, Verdict } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/reports.ts';
import { words as sayReason } from '#lib/say/generated/tending.ts';

export const REASONS: Record<ReportReason, () => string> = {
  PATIENT_DATA: sayReason.reasonPatient,
  UNSAFE: sayReason.reasonUnsafe,
  UNKIND: sayReason.reasonUnkind,
  ADVERTISING: sayReason.reasonAdvertising,
  OTHER: sayReason.reasonOther,
};

export const VERDICTS: Record<Verdict, () => string> = {
  KEPT: say.kept,
  WARNED: say.warned,
  REMOVED: say.removed,
};
