import { judgeExpertise, judgeProfession, type FindItem } from './expertise.ts';
import { judgeLanguage } from './language.ts';
import type { Criterion, CriterionKind, ExpertFacts, Judgement, Verdict } from './shapes.ts';
import { countryName, counted, plainCode } from './wording.ts';

type Judge = (criterion: Criterion, expert: ExpertFacts, findItem: FindItem) => Judgement;

/** How far one person meets one criterion. Only EXACT satisfies an essential; RELATED is shown and never more. */
export function judge(
  criterion: Criterion,
  expert: ExpertFacts,
  findItem: FindItem = () => undefined,
): Verdict {
  const { met, why } = JUDGES[criterion.kind](criterion, expert, findItem);
  return { id: criterion.id, met, why: [why] };
}

export type Tie = { isBase: boolean; months: number; lastYear: number | null; says: string };

/** Whether somebody lives or has worked in a country, or null when they have no tie to it. */
export function tieTo(country: string, { baseCountry, countryExperience }: ExpertFacts): Tie | null {
  const name = countryName(country);
  const isBase = baseCountry !== null && sameCode(baseCountry, country);
  const stays = countryExperience.filter((each) => sameCode(each.country, country));
  if (!isBase && stays.length === 0) return null;

  const months = stays.reduce((sum, stay) => sum + Math.max(0, stay.months), 0);
  const years = stays.flatMap(({ lastYear }) => lastYear ?? []);
  const lastYear = years.length > 0 ? Math.max(...years) : null;
  const last = lastYear === null ? '' : `, last in ${lastYear}`;
  const worked = `Worked in ${name}${months > 0 ? ` for ${counted(months, 'month')}` : ''}${last}`;
  return { isBase, months, lastYear, says: isBase ? `Is based in ${name}` : worked };
}

const JUDGES: Record<CriterionKind, Judge> = {
  EXPERTISE: judgeExpertise,
  PROFESSION: judgeProfession,
  LANGUAGE: judgeLanguage,

  COUNTRY({ value }, expert) {
    const tie = tieTo(value, expert);
    return tie
      ? { met: 'EXACT', why: `${tie.says}.` }
      : { met: 'NO', why: `Lists no experience of ${countryName(value)}.` };
  },

  CONTRIBUTION({ value }, { contributionTypes }) {
    const offers = contributionTypes.some((each) => sameCode(each, value));
    return {
      met: offers ? 'EXACT' : 'NO',
      why: `${offers ? 'Offers' : 'Does not offer'} to ${plainCode(value)}.`,
    };
  },

  REGISTRATION({ value }, { isVerified, regulator }) {
    const asked = value.trim();
    const isRight = asked === '' || (regulator !== null && sameCode(regulator, asked));
    const name = asked || regulator || 'professional';
    if (isRight && isVerified) return { met: 'EXACT', why: `Has a verified ${name} registration.` };
    if (isRight && regulator)
      return { met: 'RELATED', why: `Names a ${name} registration that is not yet verified.` };
    return { met: 'NO', why: `Has no verified ${name} registration.` };
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
