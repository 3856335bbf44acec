import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { EditRequestPart } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import type { Problem } from '#lib/ui/problem.ts';
import { OwnForm } from './deed.ts';
import type { Part } from './parts.ts';
import { atTheirRows, MOST_CRITERIA, partIn } from './request-form.ts';

/** What a page shows: every box as it was written or is kept. */
export interface Shown {
  values: Record<string, string>;
  strandIds: string[];
  contributionTypes: string[];
  /** How many criteria there is room for. */
  rows: number;
}

export interface RefusedPart extends Shown {
  problems: Problem[];
}

/** No request was ever in this version: the hub refuses, tells all else that is wrong, and keeps nothing. */
const NEVER = -1;

/** Keeps a part of a request, or shows its page again with everything that is wrong with it at once. */
export async function savePart(event: RequestEvent, part: Part): Promise<ActionFailure<RefusedPart>> {
  const form = new OwnForm(await event.request.formData());
  if (!event.locals.viewer) return refused(form, signedOut(form).data.problems);
  const requestId = event.params['id'] ?? '';
  const { input, faults, rows } = partIn(form, part);
  const { clientMutationId } = form;
  const version = faults.length > 0 ? NEVER : form.version;
  const { editRequestPart: saved } = await api(event)(EditRequestPart, {
    input: { clientMutationId, requestId, version, ...input },
  });
  if (saved.__typename !== 'Rejected') redirect(303, `/requests/${requestId}/edit?done=${part}`);
  const told = saved.problems
    .filter(({ code }) => version !== NEVER || code !== 'STALE')
    .map((problem) => (problem.field === 'version' ? { ...problem, field: null } : problem));
  return refused(form, [...faults, ...atTheirRows(told, rows)]);
}

/** Another empty criterion, without scripts: the form comes back longer. */
export async function addCriterion(event: RequestEvent): Promise<ActionFailure<RefusedPart>> {
  const form = new OwnForm(await event.request.formData());
  return fail(422, { ...shownIn(form), rows: Math.min(MOST_CRITERIA, rowsOf(form) + 1), problems: [] });
}

/** The form comes back without one of its criteria; what stood below moves up. Nothing is kept yet. */
export async function removeCriterion(event: RequestEvent): Promise<ActionFailure<RefusedPart>> {
  const form = new OwnForm(await event.request.formData());
  const gone = form.number('remove') ?? MOST_CRITERIA;
  const shown = shownIn(form);
  const moved = Object.entries(shown.values).flatMap(([name, value]) => {
    const [, at, field] = /^criteria\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const row = Number(at);
    if (at === undefined || row < gone) return [[name, value]];
    return row === gone ? [] : [[`criteria.${row - 1}.${field}`, value]];
  });
  const values = Object.fromEntries(moved) as Record<string, string>;
  return fail(422, { ...shown, values, rows: Math.max(1, rowsOf(form) - 1), problems: [] });
}

function refused(form: OwnForm, problems: Problem[]): ActionFailure<RefusedPart> {
  return fail(422, { ...shownIn(form), problems });
}

function shownIn(form: OwnForm): Shown {
  return {
    values: form.values,
    strandIds: form.texts('strandIds'),
    contributionTypes: form.texts('contributionTypes'),
    rows: rowsOf(form),
  };
}

function rowsOf(form: OwnForm): number {
  return Math.min(MOST_CRITERIA, Math.max(1, form.number('rows') ?? 1));
}
