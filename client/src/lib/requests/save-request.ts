import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { signedOut } from '#lib/api/signed-out.ts';
import type { Problem } from '#lib/ui/problem.ts';
import { OwnForm } from './deed.ts';
import { atTheirRows, inOrder, MOST_CRITERIA, requestIn, type Written } from './request-form.ts';

/** What the form shows: every box as it was written or is kept. */
export interface Shown {
  values: Record<string, string>;
  strandIds: string[];
  contributionTypes: string[];
  /** How many criteria there is room for. */
  rows: number;
}

export interface RefusedRequest extends Shown {
  problems: Problem[];
}

type Saved = { id: string } | { problems: Problem[] };

/** Keeps what the form says, or shows it again with everything that is wrong with it at once. */
export async function saveRequest(
  event: RequestEvent,
  done: string,
  send: (input: Written['input'] & { clientMutationId: string }, form: OwnForm) => Promise<Saved>,
): Promise<ActionFailure<RefusedRequest>> {
  const form = new OwnForm(await event.request.formData());
  if (!event.locals.viewer) return refused(form, signedOut(form).data.problems);
  const { input, faults, rows } = requestIn(form);
  const { clientMutationId } = form;
  // What cannot be sent is left out, and nobody asked for: that the hub always refuses, and tells the rest that is wrong.
  const peopleNeeded = faults.length > 0 ? 0 : input.peopleNeeded;
  const saved = await send({ ...input, peopleNeeded, clientMutationId }, form);
  if ('id' in saved) redirect(303, `/requests/${saved.id}?done=${done}`);
  const told = saved.problems.filter(
    ({ field }) => field !== 'peopleNeeded' || peopleNeeded === input.peopleNeeded,
  );
  return refused(form, inOrder([...faults, ...atTheirRows(told, rows)]));
}

/** Another empty criterion, without scripts: the form comes back longer. */
export async function addCriterion(event: RequestEvent): Promise<ActionFailure<RefusedRequest>> {
  const form = new OwnForm(await event.request.formData());
  return fail(422, { ...shownIn(form), rows: Math.min(MOST_CRITERIA, rowsOf(form) + 1), problems: [] });
}

function refused(form: OwnForm, problems: Problem[]): ActionFailure<RefusedRequest> {
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
