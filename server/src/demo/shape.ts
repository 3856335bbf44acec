import type { DiscussionKind } from '../discussions/discussion.ts';
import type { ExpertiseFacts } from '../people/expertise.ts';
import type { LanguageFacts } from '../people/language-skill.ts';
import type { CountryFacts } from '../people/country-experience.ts';
import type { Role } from '../people/person.ts';
import type { Visibility } from '../people/visibility.ts';
import type { CriterionWords } from '../requests/criterion.ts';
import type { Mode, Sensitivity } from '../requests/request.kinds.ts';
import type { DeclineReason, ResponseAnswer } from '../responses/response.ts';
import type { Recorded } from '../responses/outcome.ts';

/** How the demo's files are written. Days count from the day of the first start; people are named by their keys. */

export interface DemoPerson {
  key: string;
  handle: string;
  displayName: string;
  email: string;
  verified: boolean;
  timeZone: string;
  role?: Role;
  programmes?: string[];
  strands: string[];
  groups: string[];
  profile: DemoProfile;
}

export interface DemoProfile {
  headline: string;
  about: string;
  profession: string;
  organisation: string;
  country: string;
  place: string;
  specialties: string[];
  expertise: ExpertiseFacts[];
  languages: LanguageFacts[];
  countryExperience: CountryFacts[];
  contributionTypes: string[];
  availability: { fromDay: number; toDay: number }[];
  hoursAMonth: number;
  loadCap: number;
  pausedUntilDay: number | null;
  regulator: string | null;
  registration: 'verified' | 'self_declared' | 'expired' | null;
  openToMatching: boolean;
  visibility: Record<string, Visibility>;
}

export interface DemoGroup {
  slug: string;
  name: string;
  purpose: string;
  lead: string;
}

export interface DemoPost {
  by: string;
  day: number;
  hour: number;
  lang: string;
  body: string;
}

export interface DemoDiscussion extends DemoPost {
  group: string;
  title: string;
  kind: DiscussionKind;
  replies: (DemoPost & { inReplyTo: number | null })[];
}

export interface DemoRequest {
  number: number;
  programme: string;
  owner: string;
  strands: string[];
  title: string;
  problem: string;
  desiredOutcome: string;
  alreadyTried: string;
  contributionTypes: string[];
  mode: Mode;
  country: string | null;
  effortHours: number;
  peopleNeeded: number;
  expenses: string;
  sensitivity: Sensitivity;
  timeZone: string;
  openedDay: number;
  closesDay: number;
  closesTime: string;
  questionsCloseDay: number;
  neededByDay: number;
  criteria: CriterionWords[];
  questions: { by: string; body: string; answer: string | null }[];
  state: 'DRAFT' | 'SUBMITTED' | 'OPEN' | 'IN_PROGRESS' | 'CLOSED';
  outcome: Recorded | null;
  responses: DemoResponse[];
}

export interface DemoResponse {
  by: string;
  answer: ResponseAnswer;
  text: string;
  declineReason: DeclineReason | null;
  state: 'SUBMITTED' | 'SELECTED' | 'NOT_SELECTED' | 'DECLINED' | 'COMPLETED';
  feedback: string | null;
}
