import { judgeExpertise, judgeProfession, type FindItem } from './expertise.ts';
import { judgeLanguage } from './language.ts';
import type { Criterion, CriterionKind, ExpertFacts, Judgement, Verdict } from './shapes.ts';
import { by, type Voice } from './voice.ts';
import { countryName, counted, plainCode } from './wording.ts';

type Judge = (criterion: Criterion, expert: ExpertFacts, findItem: FindItem, voice: Voice) => Judgement;

/** How far one person meets one criterion. Only EXACT satisfies an essential; RELATED is shown and never more. */
export function judge(
  criterion: Criterion,
  expert: ExpertFacts,
  findItem: FindItem = () => undefined,
  voice: Voice = 'STAFF',
): Verdict {
  const { met, why, worth } = JUDGES[criterion.kind](criterion, expert, findItem, voice);
  return { id: criterion.id, met, why: [why], ...(worth !== undefined && { worth }) };
}

export type Tie = { isBase: boolean; months: number; lastYear: number | null; says: string };

/** Whether somebody lives or has worked in a country, or null when they have no tie to it. */
export function tieTo(
  country: string,
  { baseCountry, countryExperience }: ExpertFacts,
  voice: Voice = 'STAFF',
): Tie | null {
  const name = countryName(country);
  const isBase = baseCountry !== null && sameCode(baseCountry, country);
  const stays = countryExperience.filter((each) => sameCode(each.country, country));
  if (!isBase && stays.length === 0) return null;

  const months = stays.reduce((sum, stay) => sum + Math.max(0, stay.months), 0);
  const years = stays.flatMap(({ lastYear }) => lastYear ?? []);
  const lastYear = years.length > 0 ? Math.max(...years) : null;
  const last = lastYear === null ? '' : `, last in ${lastYear}`;
  const worked = `${by(voice, 'Worked', 'You worked')} in ${name}${months > 0 ? ` for ${counted(months, 'month')}` : ''}${last}`;
  return {
    isBase,
    months,
    lastYear,
    says: isBase ? `${by(voice, 'Is', 'You are')} based in ${name}` : worked,
  };
}

const JUDGES: Record<CriterionKind, Judge> = {
  EXPERTISE: judgeExpertise,
  PROFESSION: judgeProfession,
  LANGUAGE: judgeLanguage,

  COUNTRY({ value }, expert, _findItem, voice) {
    const tie = tieTo(value, expert, voice);
    return tie
      ? { met: 'EXACT', why: `${tie.says}.` }
      : { met: 'NO', why: `${by(voice, 'Lists', 'You list')} no experience of ${countryName(value)}.` };
  },

  CONTRIBUTION({ value }, { contributionTypes }, _findItem, voice) {
    const offers = contributionTypes.some((each) => sameCode(each, value));
    const verb = offers ? by(voice, 'Offers', 'You offer') : by(voice, 'Does not offer', 'You do not offer');
    return { met: offers ? 'EXACT' : 'NO', why: `${verb} to ${plainCode(value)}.` };
  },

  REGISTRATION({ value }, { isVerified, regulator }, _findItem, voice) {
    const asked = value.trim();
    const isRight = asked === '' || (regulator !== null && sameCode(regulator, asked));
    const name = asked || regulator || 'professional';
    if (isRight && isVerified)
      return { met: 'EXACT', why: `${by(voice, 'Has', 'You have')} a verified ${name} registration.` };
    if (isRight && regulator)
      return {
        met: 'RELATED',
        why: `${by(voice, 'Names', 'You name')} a ${name} registration that is not yet verified.`,
      };
    return { met: 'NO', why: `${by(voice, 'Has', 'You have')} no verified ${name} registration.` };
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
