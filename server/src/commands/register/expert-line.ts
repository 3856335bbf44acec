import { whyPatientData } from '../../platform/patient-data.ts';
import { countryCode, languageTag } from './codes.ts';
import { Reading } from './reading.ts';

const LEVELS = ['LEARNING', 'WORKING', 'EXPERIENCED', 'LEADING'] as const;
const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'] as const;
const KINDS = ['CONTRIBUTION', 'ROLE', 'PROJECT', 'PUBLICATION', 'TEACHING', 'SKILLS', 'OUTCOME'] as const;

/** About 100,000 words: a thesis fits, a library does not. */
const LONGEST_TEXT = 1_000_000;

/** One person of a register. Only `id` must be there. */
export type ExpertLine = ReturnType<typeof readExpert>['expert'];

export function readExpert(value: Record<string, unknown>) {
  const line = new Reading(value);
  const expert = {
    id: line.id(),
    name: line.text('name', 120),
    headline: line.text('headline', 200),
    about: line.text('about', 20_000),
    profession: line.text('profession', 120),
    organisation: line.text('organisation', 200),
    regulator: line.text('regulator', 120),
    country: countryCode(line, 'country'),
    specialties: line.texts('specialties', 120),
    contributionTypes: line.texts('contributionTypes', 60).map((code) => code.toUpperCase()),
    hoursAMonth: line.count('hoursAMonth', 0, 400),
    loadCap: line.count('loadCap', 0, 100),
    pausedUntil: line.day('pausedUntil'),
    expertise: line.each('expertise', (item) => ({
      name: item.text('name', 200) ?? '',
      level: item.choice('level', LEVELS) ?? ('WORKING' as const),
      years: item.count('years', 0, 80),
      last_used: item.count('lastUsed', 1900, 2200),
      evidence: item.text('evidence', 5_000),
    })),
    languages: line.each('languages', (item) => ({
      tag: languageTag(item),
      speaking: item.choice('speaking', CEFR),
      reading: item.choice('reading', CEFR),
      writing: item.choice('writing', CEFR),
    })),
    countryExperience: line.each('countryExperience', (item) => ({
      country: countryCode(item, 'country') ?? '',
      role: item.text('role', 200),
      months: item.count('months', 0, 1_200) ?? 0,
      last_year: item.count('lastYear', 1900, 2200),
    })),
    availability: line.each('availability', (item) => ({
      from_day: item.day('from'),
      to_day: item.day('to'),
    })),
    evidence: line.each('evidence', (item) => ({
      kind: item.choice('kind', KINDS) ?? ('PUBLICATION' as const),
      title: item.text('title', 1_000) ?? '',
      body: item.text('text', LONGEST_TEXT) ?? '',
      day: item.day('date'),
    })),
  };
  for (const [at, { from_day: from, to_day: to }] of expert.availability.entries()) {
    if (!from || !to) line.faults.push(`availability ${at + 1} needs from and to`);
    else if (from > to) line.faults.push(`availability ${at + 1} ends before it begins`);
  }
  const { kept, notes } = withoutPatients(expert.evidence);
  return { expert: { ...expert, evidence: kept }, faults: line.faults, notes };
}

/** A piece of evidence that could identify a patient never reaches the database; the rest of the person does. */
function withoutPatients<Item extends { title: string; body: string }>(
  evidence: Item[],
): { kept: Item[]; notes: string[] } {
  const notes: string[] = [];
  const kept = evidence.filter(({ title, body }, at) => {
    const problem = whyPatientData(`${title}\n${body}`);
    if (problem) notes.push(`evidence ${at + 1} is left out. ${problem.message}`);
    return !problem;
  });
  return { kept, notes };
}
