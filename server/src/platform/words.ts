import { whyPatientData } from './patient-data.ts';
import type { Problem } from './results.ts';
import { cleanText, type TextRules } from './text.ts';

export interface Words {
  text: string;
  problem: Problem | null;
}

/** Words that others will read: cleaned, and stopped before they are saved if they look like a patient's data. */
export function publicWords(raw: string | null | undefined, rules: TextRules): Words {
  const cleaned = cleanText(raw, rules);
  if ('problem' in cleaned) return { text: '', problem: cleaned.problem };
  const patient = whyPatientData(cleaned.text);
  return { text: cleaned.text, problem: patient && { ...patient, field: rules.field } };
}
