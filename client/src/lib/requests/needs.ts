import type { CriterionKind, Mode } from '#lib/api/generated/operations.ts';
import { countryName } from '#lib/people/countries.ts';
import { languageName } from '#lib/people/languages.ts';
import { words as say } from '#lib/say/generated/requests.ts';
import { dayText } from '#lib/ui/when.ts';
import { kindNames, MODES } from './words.ts';

interface Needs {
  contributionTypes: readonly string[];
  peopleNeeded?: number | null;
  effortHours?: number | null;
  mode?: Mode | null;
  country?: string | null;
  neededBy?: string | null;
  criteria: readonly { kind: CriterionKind; value: string }[];
}

/** What a request asks of an expert, as short facts for one line; only what the viewer may know. */
export function needsOf(request: Needs, kinds: readonly { code: string; name: string }[]): string[] {
  const { peopleNeeded, effortHours, mode, country, contributionTypes, criteria, neededBy } = request;
  const languages = criteria
    .filter(({ kind }) => kind === 'LANGUAGE')
    .map(({ value }) => languageName(value.split(':')[0] ?? value));
  return [
    contributionTypes.length > 0 && kindNames(contributionTypes, kinds),
    peopleNeeded && say.people({ count: peopleNeeded }),
    effortHours && timeText(effortHours, peopleNeeded),
    mode && placeText(mode, country),
    neededBy && say.neededBy({ day: dayOf(neededBy) }),
    languages.length > 0 && [...new Set(languages)].join(', '),
  ].filter((fact): fact is string => Boolean(fact));
}

/** "6 hours each", where several people give them. */
function timeText(hours: number, people: number | null | undefined): string {
  return people && people > 1 ? say.each({ time: hoursText(hours) }) : hoursText(hours);
}

export function hoursText(hours: number): string {
  return say.hoursEach({ count: hours });
}

/** Where the work is done, and the country it is about. */
export function placeText(mode: Mode, country: string | null | undefined): string {
  if (!country) return MODES[mode];
  const name = countryName(country);
  return mode === 'REMOTE'
    ? say.remoteAbout({ country: name })
    : say.placeIn({ place: MODES[mode], country: name });
}

/** A day that has no hour, as 2026-11-30, in words. */
export function dayOf(day: string): string {
  return dayText(new Date(`${day}T00:00:00Z`), 'UTC');
}
