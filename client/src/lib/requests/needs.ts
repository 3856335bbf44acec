import type { CriterionKind, Mode } from '#lib/api/generated/operations.ts';
import { countryName } from '#lib/people/countries.ts';
import { languageName } from '#lib/people/languages.ts';
import { counted, kindNames, MODES } from './words.ts';

interface Needs {
  contributionTypes: readonly string[];
  peopleNeeded?: number | null;
  effortHours?: number | null;
  mode?: Mode | null;
  country?: string | null;
  criteria: readonly { kind: CriterionKind; value: string }[];
}

/** What a request asks of an expert, as short facts for one line; only what the viewer may know. */
export function needsOf(request: Needs, kinds: readonly { code: string; name: string }[]): string[] {
  const { peopleNeeded, effortHours, mode, country, contributionTypes, criteria } = request;
  const languages = criteria
    .filter(({ kind }) => kind === 'LANGUAGE')
    .map(({ value }) => languageName(value.split(':')[0] ?? value));
  return [
    contributionTypes.length > 0 && kindNames(contributionTypes, kinds),
    peopleNeeded && counted(peopleNeeded, 'person', 'people'),
    effortHours && `${hoursText(effortHours)}${peopleNeeded && peopleNeeded > 1 ? ' each' : ''}`,
    mode && placeText(mode, country),
    languages.length > 0 && [...new Set(languages)].join(', '),
  ].filter((fact): fact is string => Boolean(fact));
}

export function hoursText(hours: number): string {
  return counted(hours, 'hour');
}

/** Where the work is done, and the country it is about. */
export function placeText(mode: Mode, country: string | null | undefined): string {
  if (!country) return MODES[mode];
  return mode === 'REMOTE'
    ? `${MODES[mode]} (${countryName(country)})`
    : `${MODES[mode]}, ${countryName(country)}`;
}
