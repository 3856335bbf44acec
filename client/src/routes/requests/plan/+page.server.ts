import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy, type Sent } from '#lib/api/form.ts';
import { MakePlan, PlansPage, type PlanRuleInput } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { staffOnly } from '#lib/people/doors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  staffOnly(event);
  const { desk, plans } = await api(event)(PlansPage, {});
  return { open: desk.filter(({ state }) => state === 'OPEN'), plans, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  make: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { clientMutationId } = sent;
    const input = { clientMutationId, requestIds: sent.texts('requestIds'), rules: rulesIn(sent) };
    const { makePlan } = await api(event)(MakePlan, { input });
    if (makePlan.__typename === 'Rejected') return refuse(sent, makePlan.problems);
    redirect(303, `/requests/plan/${makePlan.plan.id}`);
  },
};

/** A rule is given where a number is written. */
function rulesIn(sent: Sent): PlanRuleInput[] {
  const isTogether = sent.text('isTogether') === 'yes';
  const rule = (field: string, rest: Pick<PlanRuleInput, 'kind' | 'group' | 'value'>): PlanRuleInput[] => {
    const written = sent.text(field).trim();
    return written ? [{ seats: sent.number(field) ?? 0, isTogether, ...rest }] : [];
  };
  return [
    ...rule('firstTime', { kind: 'AT_LEAST', group: 'FIRST_TIME', value: '' }),
    ...rule('fromCountries', { kind: 'AT_LEAST', group: 'COUNTRIES', value: sent.text('countries') }),
    ...rule('ofProfession', { kind: 'AT_LEAST', group: 'PROFESSION', value: sent.text('profession') }),
    ...rule('ofOrganisation', { kind: 'AT_MOST', group: 'ORGANISATION', value: '' }),
  ];
}
