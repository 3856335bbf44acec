import type { Context } from '../people/viewer.ts';
import { plainExcerpt } from '../platform/markdown.ts';
import { ProblemCode, problemsOf, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/requests.ts';
import { checkCriteria } from './criterion.checks.ts';
import type { CriterionWords } from './criterion.ts';
import { findProgramme, whyNotDraft } from './programme.policy.ts';
import { checkRequest, SUMMARY_MAX, whyNotReady, type Written } from './request.checks.ts';
import type { RequestInput } from './request.input.ts';
import { contributionCodes, criteriaOf, essentials, unknownStrands } from './request.parts.ts';
import type { RequestRow } from './request.policy.ts';
import type { Request } from './request.ts';

export interface Checked {
  written: Written;
  criteria: CriterionWords[];
  problems: Problem[];
}

/** What a request would say, cleaned, with all that is wrong with it at once. */
export async function checked({ em }: Context, input: RequestInput, before?: Request): Promise<Checked> {
  const codes = await contributionCodes(em);
  const { written, problems } = checkRequest(input, codes, new Date(), before);
  const listed = checkCriteria(input.criteria, codes);
  const strand = await unknownStrands(em, input.strandIds);
  return {
    written,
    criteria: listed.criteria,
    problems: [...problems, ...problemsOf(strand), ...listed.problems],
  };
}

/** Only these of what was written are taken over; the others stay as they are. */
export function write(
  request: Request,
  written: Written,
  fields: readonly (keyof Written)[] = Object.keys(written) as (keyof Written)[],
): void {
  Object.assign(request, Object.fromEntries(fields.map((field) => [field, written[field]])));
  if (fields.includes('problem')) request.summary = plainExcerpt(written.problem, SUMMARY_MAX);
}

/** Before it was published a request may still go to another programme its author could draft it in. */
export async function whyNotBelong(
  context: Context,
  row: RequestRow,
  programmeId: string,
): Promise<Problem | null> {
  const message = say.staysInProgramme();
  if (row.openedAt !== null) return { code: ProblemCode.WRONG_STATE, field: 'programmeId', message };
  return whyNotDraft(await findProgramme(context, programmeId));
}

/** What others may see must stay whole, and experts have answered to its criteria. */
export async function whyNotStand(
  { em }: Context,
  request: Request,
  { written, criteria }: Checked,
): Promise<Problem[]> {
  const before = await criteriaOf(em, request.id);
  const gist = (all: CriterionWords[]) =>
    JSON.stringify(all.map(({ importance, kind, value, level }) => [importance, kind, value, level]));
  const message = say.criteriaStay();
  const changed = gist(before) !== gist(criteria);
  return [
    ...whyNotReady(written, essentials(before), new Date()),
    ...problemsOf(changed ? { code: ProblemCode.WRONG_STATE, field: 'criteria', message } : null),
  ];
}
