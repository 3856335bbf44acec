import type { Remark } from './remark.ts';

/** What the matching engine reads and what it answers: plain data, so that ranking needs no database, clock or language. */

export type Level = 'LEARNING' | 'WORKING' | 'EXPERIENCED' | 'LEADING';
export type Cefr = 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'NATIVE';

export type LanguageSkill = 'speaking' | 'reading' | 'writing';
export type Language = { tag: string } & Record<LanguageSkill, Cefr | null>;
export type Expertise = {
  name: string;
  level: Level;
  years: number | null;
  /** The year it was last used. */
  lastUsed: number | null;
  evidence: string | null;
};
export type CountryExperience = {
  country: string;
  role: string | null;
  months: number;
  lastYear: number | null;
};
export type EvidenceText = { id: string; title: string; text: string };

/** One person as the engine knows them. Dates are ISO dates, countries ISO 3166 alpha-2, languages BCP 47. */
export type ExpertFacts = {
  id: string;
  /** Carried for whoever shows the match; nothing in the engine reads it. */
  displayName: string;
  profession: string | null;
  specialties: string[];
  expertise: Expertise[];
  languages: Language[];
  countryExperience: CountryExperience[];
  baseCountry: string | null;
  contributionTypes: string[];
  /** None listed means not said, which passes the gate and is shown as a gap. An open end is null. */
  availability: { from: string; to: string | null }[];
  hoursAMonth: number | null;
  /** The most concurrent asks they take; null when they set none. */
  loadCap: number | null;
  /** Current engagements plus accepted offers. */
  load: number;
  asksLastYear: number;
  pausedUntil: string | null;
  isVerified: boolean;
  regulator: string | null;
  /** Never scored: an employer earns nothing. */
  organisation: string | null;
  openToMatching: boolean;
  about: string;
  evidenceTexts: EvidenceText[];
  lastEngagedAt: string | null;
};

export type CriterionKind =
  'EXPERTISE' | 'LANGUAGE' | 'COUNTRY' | 'PROFESSION' | 'CONTRIBUTION' | 'REGISTRATION';
export type Criterion = {
  id: string;
  importance: 'ESSENTIAL' | 'DESIRABLE';
  kind: CriterionKind;
  /** Words, a language tag (`ar`, or `ar:reading` for one skill), a country, a type, or a regulator (blank: any). */
  value: string;
  /** A `Level` for EXPERTISE, a `Cefr` for LANGUAGE, otherwise null. */
  level: string | null;
  says: string;
};

export type RequestFacts = {
  id: string;
  ownerId: string;
  title: string;
  problem: string;
  desiredOutcome: string;
  contributionTypes: string[];
  mode: string;
  country: string | null;
  /** Hours asked of each person. */
  effortHours: number | null;
  peopleNeeded: number;
  closesAt: string | null;
  neededBy: string | null;
  criteria: Criterion[];
  /** Declared exclusions, each with its reason. */
  excludedIds: { id: string; why: string }[];
};

export type GateName =
  | 'OPEN_TO_MATCHING'
  | 'OWN_REQUEST'
  | 'EXCLUDED'
  | 'PAUSED'
  | 'LOAD_CAP'
  | 'REGISTRATION'
  | 'ESSENTIAL'
  | 'AVAILABILITY';
export type GateFailure = { gate: GateName; criterionId: string | null; remark: Remark };
/** How many fell at a gate they were the first to meet, and how many would remain were only that gate lifted. */
export type Fallen = GateFailure & { count: number; remainIfLifted: number };
export type GatesResult = {
  /** Where in the list that was asked whoever remains stands. */
  places: Uint32Array;
  /** The same as people: of so many that they are put together when asked for. */
  readonly remaining: ExpertFacts[];
  fell: Fallen[];
  /** Every gate this person fails, none when they pass. */
  whyNot(id: string): GateFailure[];
};

export type Met = 'EXACT' | 'RELATED' | 'NO';
/** What a nearly met criterion is worth, where it is not what RELATED usually is. */
export type Judgement = { met: Met; why: Remark; worth?: number };
export type Verdict = { id: string; met: Met; why: Remark[]; worth?: number };

export type ComponentName = 'TOPIC' | 'PREFERRED' | 'COUNTRY' | 'CONTRIBUTION' | 'AVAILABILITY' | 'FAIR_LOAD';
export type Weights = Record<ComponentName, number>;
/** One summand of the score. A weight of 0 means that the request does not ask for it. */
export type Component = {
  name: ComponentName;
  weight: number;
  value: number;
  contribution: number;
  remark: Remark;
};

export type Band = 'STRONG' | 'GOOD' | 'POSSIBLE';
export type ReasonKind = 'CRITERION' | ComponentName;
export type Reason = { kind: ReasonKind; remark: Remark };
type Part = 'ABOUT' | 'EXPERTISE' | 'LANGUAGES' | 'COUNTRIES' | 'CONTRIBUTIONS' | 'AVAILABILITY';
/** What is missing or thin, and the part of the profile in which it could be filled. */
export type Gap = { remark: Remark; part: Part | null };
/** A cited item and the request's words in it, with the share of the item's score that each brought. */
export type CitedEvidence = { id: string; title: string; terms: { word: string; share: number }[] };

export type Match = {
  expertId: string;
  band: Band;
  score: number;
  components: Component[];
  reasons: Reason[];
  gaps: Gap[];
  criteria: Verdict[];
  evidence: CitedEvidence[];
  /** From 0 with no evidence towards 1 with much. */
  confidence: number;
};

export type WhyNotHere = {
  remarks: Remark[];
  failures: GateFailure[];
  rank: number | null;
  match: Match | null;
};
