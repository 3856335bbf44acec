import { NOBODY } from './engine/facet.ts';
import type { Criterion, ExpertFacts, Language, RequestFacts } from './shapes.ts';

/** The few people and the one request that the tests of matching tell their stories with. */

export const TODAY = '2026-11-22';

/** Nobody in particular: free, willing and with nothing to say. */
export function expert(facts: Partial<ExpertFacts> & { id: string }): ExpertFacts {
  return {
    ...NOBODY,
    displayName: 'Somebody',
    availability: [{ from: '2026-11-01', to: '2027-03-31' }],
    hoursAMonth: 8,
    loadCap: 2,
    isVerified: true,
    openToMatching: true,
    ...facts,
  };
}

export function request(facts: Partial<RequestFacts> = {}): RequestFacts {
  return {
    id: 'oxygen',
    ownerId: 'hana',
    title: 'Keep an oxygen plant running',
    problem: 'The oxygen plant of a district hospital in Sierra Leone fails every rainy season.',
    desiredOutcome: 'A maintenance plan for the oxygen plant that local engineers wrote and own.',
    contributionTypes: ['ADVISE'],
    mode: 'REMOTE',
    country: 'SL',
    effortHours: 8,
    peopleNeeded: 1,
    closesAt: '2026-12-01',
    neededBy: '2027-01-15',
    criteria: [],
    excludedIds: [],
    ...facts,
  };
}

export function essential(facts: Pick<Criterion, 'kind' | 'value'> & Partial<Criterion>): Criterion {
  return {
    id: `${facts.kind}:${facts.value}`,
    importance: 'ESSENTIAL',
    level: null,
    says: facts.value,
    ...facts,
  };
}

export function desirable(facts: Pick<Criterion, 'kind' | 'value'> & Partial<Criterion>): Criterion {
  return essential({ ...facts, importance: 'DESIRABLE' });
}

export function speaks(tag: string, level: Language['speaking'], skills: Partial<Language> = {}): Language {
  return { tag, speaking: level, reading: level, writing: level, ...skills };
}

/** Wystan has built oxygen plants where the request asks for help with one. */
export const wystan = expert({
  id: 'wystan',
  displayName: 'Wystan Pell',
  profession: 'biomedical engineer',
  specialties: ['medical gas systems'],
  expertise: [
    {
      name: 'Oxygen plant maintenance',
      level: 'LEADING',
      years: 14,
      lastUsed: 2026,
      evidence: 'Commissioned nine plants and trained the engineers who keep them.',
    },
  ],
  languages: [speaks('en', 'NATIVE'), speaks('cy', 'B1')],
  countryExperience: [{ country: 'SL', role: 'engineer', months: 30, lastYear: 2025 }],
  baseCountry: 'GB',
  contributionTypes: ['ADVISE', 'TEACH'],
  evidenceTexts: [
    {
      id: 'w1',
      title: 'Oxygen through the rains',
      text: 'How a district hospital kept its oxygen plant running: filters, spare parts and a maintenance rota.',
    },
    {
      id: 'w2',
      title: 'Concentrators',
      text: 'Repairing oxygen concentrators on a ward with unsteady power.',
    },
  ],
});

/** Bartholomew holds high office and knows nothing of oxygen plants. */
export const bartholomew = expert({
  id: 'bartholomew',
  displayName: 'Professor Sir Bartholomew Oyinade-Strand',
  profession: 'surgeon',
  specialties: ['hepatobiliary surgery'],
  languages: [speaks('en', 'NATIVE'), speaks('yo', 'B2')],
  baseCountry: 'GB',
  contributionTypes: ['MENTOR'],
  organisation: 'Royal College of Eminent Surgeons',
  regulator: 'GMC',
  evidenceTexts: [
    {
      id: 'b1',
      title: 'On mentoring',
      text: 'Mentoring surgical registrars through their first consultant year.',
    },
  ],
});

/** Solenne writes French and models workforces. */
export const solenne = expert({
  id: 'solenne',
  displayName: 'Solenne Aubrac-Ndiaye',
  profession: 'health economist',
  expertise: [
    { name: 'Workforce planning models', level: 'EXPERIENCED', years: 9, lastUsed: 2019, evidence: null },
  ],
  languages: [speaks('fr', 'NATIVE'), speaks('en', 'C1'), speaks('wo', 'B2', { writing: 'A2' })],
  baseCountry: 'SN',
  contributionTypes: ['ADVISE', 'REVIEW'],
});

/** Nokuthula is new: she has said next to nothing yet. */
export const nokuthula = expert({
  id: 'nokuthula',
  displayName: 'Nokuthula Vane',
  profession: 'mental-health nurse',
  availability: [],
  hoursAMonth: null,
  loadCap: null,
});

export const cast = [wystan, bartholomew, solenne, nokuthula];
