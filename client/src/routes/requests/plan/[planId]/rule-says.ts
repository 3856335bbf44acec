import type { PlanPageQuery } from '#lib/api/generated/operations.ts';
import { countryName } from '#lib/people/countries.ts';
import { words as say } from '#lib/say/generated/planning.ts';

type Rule = PlanPageQuery['plan']['rules'][number];

/** A rule as a sentence. */
export function ruleSays({ kind, seats, group, value, requestId, isTogether }: Rule): string {
  const scope = requestId ? 'one' : isTogether ? 'all' : 'each';
  const given = { kind, count: seats, scope, who: value };
  if (group === 'FIRST_TIME') return say.saysFirstTime(given);
  if (group === 'COUNTRIES')
    return say.saysCountries({ ...given, who: value.split(', ').map(countryName).join(', ') });
  if (group === 'PROFESSION') return say.saysProfession(given);
  return value ? say.saysOrganisation(given) : say.saysEachOrganisation(given);
}
