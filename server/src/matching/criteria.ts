import { judgeExpertise, judgeProfession, type FindItem } from './expertise.ts';
import { judgeLanguage } from './language.ts';
import type { Remark } from './remark.ts';
import type { Criterion, CriterionKind, ExpertFacts, Judgement, Verdict } from './shapes.ts';

type Judge = (criterion: Criterion, expert: ExpertFacts, findItem: FindItem) => Judgement;

/** How far one person meets one criterion. Only EXACT satisfies an essential; RELATED is shown and never more. */
export function judge(
  criterion: Criterion,
  expert: ExpertFacts,
  findItem: FindItem = () => undefined,
): Verdict {
  const { met, why, worth } = JUDGES[criterion.kind](criterion, expert, findItem);
  return { id: criterion.id, met, why: [why], ...(worth !== undefined && { worth }) };
}

export type Tie = { isBase: boolean; months: number; lastYear: number | null };

/** Whether somebody lives or has worked in a country, or null when they have no tie to it. */
export function tieTo(country: string, { baseCountry, countryExperience }: ExpertFacts): Tie | null {
  const isBase = baseCountry !== null && sameCode(baseCountry, country);
  const stays = countryExperience.filter((each) => sameCode(each.country, country));
  if (!isBase && stays.length === 0) return null;

  const months = stays.reduce((sum, stay) => sum + Math.max(0, stay.months), 0);
  const years = stays.flatMap(({ lastYear }) => lastYear ?? []);
  return { isBase, months, lastYear: years.length > 0 ? Math.max(...years) : null };
}

export function tieOrNone(code: string, tie: Tie | null): Remark {
  const country = code.toUpperCase();
  if (!tie) return { kind: 'KNOWS_NOT', country };
  if (tie.isBase) return { kind: 'BASED_IN', country };
  return { kind: 'WORKED_IN', country, months: tie.months, lastYear: tie.lastYear };
}

export function offers(kind: 'OFFERS' | 'OFFERS_NOT', types: readonly string[]): Remark {
  return { kind, types: types.map(bare) };
}

const JUDGES: Record<CriterionKind, Judge> = {
  EXPERTISE: judgeExpertise,
  PROFESSION: judgeProfession,
  LANGUAGE: judgeLanguage,

  COUNTRY({ value }, expert) {
    const tie = tieTo(value, expert);
    return { met: tie ? 'EXACT' : 'NO', why: tieOrNone(value, tie) };
  },

  CONTRIBUTION({ value }, { contributionTypes }) {
    const isOffered = contributionTypes.some((each) => sameCode(each, value));
    return isOffered
      ? { met: 'EXACT', why: offers('OFFERS', [value]) }
      : { met: 'NO', why: offers('OFFERS_NOT', [value]) };
  },

  REGISTRATION({ value }, { isVerified, regulator }) {
    const asked = value.trim();
    const isRight = asked === '' || (regulator !== null && sameCode(regulator, asked));
    const name = asked || regulator || null;
    if (isRight && isVerified) return { met: 'EXACT', why: { kind: 'REGISTERED', name } };
    if (isRight && regulator) return { met: 'RELATED', why: { kind: 'REGISTRATION_UNVERIFIED', name } };
    return { met: 'NO', why: { kind: 'REGISTERED_NOT', name } };
  },
};

/** Codes are compared without regard to case, spaces or underscores. */
export function sameCode(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(code: string): string {
  return code
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
}
