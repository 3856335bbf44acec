import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AcceptPlan, CancelPlan, DiscardPlan, PlanPage } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { staffOnly } from '#lib/people/doors.ts';
import { deed } from '#lib/requests/deed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  staffOnly(event);
  const id = event.params.planId;
  let { plan } = await api(event)(PlanPage, { id });
  // Most plans are made within a moment: the page waits for it, and nobody has to ask again.
  for (let waits = 0; plan.state === 'MAKING' && waits < MOST_WAITS; waits++) {
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    ({ plan } = await api(event)(PlanPage, { id }));
  }
  return { plan, done: event.url.searchParams.get('done'), fresh: crypto.randomUUID() };
};

const MOST_WAITS = 4;
const WAIT_MS = 500;

const planId = (_: unknown, { params }: RequestEvent) => ({ planId: params['planId'] ?? '' });

export const actions: Actions = {
  cancel: deed(CancelPlan, planId),
  discard: deed(DiscardPlan, planId),
  accept: (event) => accept(event, false),
  whole: (event) => accept(event, true),
};

async function accept(event: RequestEvent, isWhole: boolean) {
  const sent = await sentBy(event.request);
  if (!event.locals.viewer) return signedOut(sent);
  const { clientMutationId } = sent;
  const seatIds = isWhole ? [] : sent.texts('seatIds');
  const input = { ...planId(null, event), clientMutationId, seatIds, isWhole, message: sent.text('message') };
  const { acceptPlan } = await api(event)(AcceptPlan, { input });
  if (acceptPlan.__typename === 'Rejected') return refuse(sent, acceptPlan.problems);
  redirect(303, `${event.url.pathname}?done=accept`);
}
