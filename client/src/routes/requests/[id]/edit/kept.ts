import type { EditRequestPageQuery } from '#lib/api/generated/operations.ts';
import { MOST_CRITERIA } from '#lib/requests/request-form.ts';
import type { Shown } from '#lib/requests/save-request.ts';

type Request = EditRequestPageQuery['request'];

/** The request as its form shows it, its times on the clocks of its zone. */
export function keptIn(request: Request): Shown {
  const { criteria, timeZone } = request;
  const rows = criteria.flatMap((criterion, at) =>
    Object.entries(criterion).map(([field, value]) => [`criteria.${at}.${field}`, value ?? '']),
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
    rows: request.openedAt ? criteria.length : Math.min(MOST_CRITERIA, Math.max(3, criteria.length + 1)),
  };
}
