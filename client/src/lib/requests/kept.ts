import type { WritingFragment } from '#lib/api/generated/operations.ts';
import { countryName } from '#lib/people/countries.ts';
import { languageName } from '#lib/people/languages.ts';
import { MOST_CRITERIA } from './request-form.ts';
import type { Shown } from './save-part.ts';

/** The request as its pages show it, its times on the clocks of its zone. */
export function keptIn(request: WritingFragment): Shown {
  const { criteria, timeZone } = request;
  const rows = criteria.flatMap((criterion, at) =>
    Object.entries({ ...criterion, value: asWritten(criterion) }).map(([field, value]) => [
      `criteria.${at}.${field}`,
      value ?? '',
    ]),
  );
  return {
    values: {
      programmeId: request.programme.id,
      title: request.title,
      problem: request.problem ?? '',
      desiredOutcome: request.desiredOutcome ?? '',
      alreadyTried: request.alreadyTried ?? '',
      mode: request.mode ?? 'REMOTE',
      country: request.country ?? '',
      effortHours: request.effortHours?.toString() ?? '',
      peopleNeeded: request.peopleNeeded?.toString() ?? '1',
      expenses: request.expenses ?? '',
      sensitivity: request.sensitivity,
      timeZone,
      closesOn: request.closesOn ?? '',
      closesTime: request.closesTime ?? '17:00',
      questionsCloseOn: request.questionsCloseOn ?? '',
      neededBy: request.neededBy ?? '',
      ...(Object.fromEntries(rows) as Record<string, string>),
    },
    strandIds: request.strands.map(({ id }) => id),
    contributionTypes: request.contributionTypes,
    // What was published stays; a draft has room for more.
    rows: request.openedAt ? criteria.length : Math.min(MOST_CRITERIA, criteria.length + 1),
  };
}

/** Codes are kept; people read and write names. */
function asWritten({ kind, value }: WritingFragment['criteria'][number]): string {
  if (kind === 'COUNTRY') return countryName(value);
  if (kind === 'CONTRIBUTION') return value.toLowerCase().replaceAll('_', ' ');
  if (kind !== 'LANGUAGE') return value;
  const [tag = '', ...skill] = value.split(':');
  return [languageName(tag), ...skill].join(':');
}
