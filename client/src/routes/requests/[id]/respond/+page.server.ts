import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy, type Sent } from '#lib/api/form.ts';
import { Respond, RespondPage } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { request } = await api(event)(RespondPage, { id: event.params.id });
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  return { request, fresh: crypto.randomUUID(), now: new Date().toISOString() };
};

export const actions: Actions = {
  respond: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    if (sent.text('answer') !== 'YES' && sent.text('answer') !== 'PARTLY') {
      return refuse(sent, [{ code: 'BLANK', field: 'answer', message: 'Say whether you can help.' }]);
    }
    const { id } = event.params;
    const { respond } = await api(event)(Respond, { input: { requestId: id, ...answerIn(sent) } });
    if (respond.__typename === 'Rejected') return refuse(sent, respond.problems.map(atItsField));
    redirect(303, `/requests/${id}?done=responded`);
  },
};

const EVIDENCE = 'evidence-';

function answerIn(sent: Sent) {
  const evidence = Object.entries(sent.values).filter(([name]) => name.startsWith(EVIDENCE));
  return {
    clientMutationId: sent.clientMutationId,
    answer: sent.text('answer') as 'YES' | 'PARTLY',
    text: sent.text('text'),
    criteria: evidence.map(([name, written]) => ({
      criterionId: name.slice(EVIDENCE.length),
      evidence: written,
    })),
    availabilityNote: sent.text('availabilityNote'),
    // Nothing chosen is nothing declared: the hub then asks for it.
    declaration: sent.text('hasInterests') ? declarationIn(sent) : null,
    version: sent.number('version'),
  };
}

function declarationIn(sent: Sent) {
  return {
    hasInterests: sent.text('hasInterests') === 'yes',
    interests: sent.text('interests'),
    confidentiality: sent.text('confidentiality') === 'yes',
    employerConsent: sent.text('employerConsent') === 'yes',
  };
}

/** What is wrong with the declaration as a whole belongs to its first question. */
function atItsField<P extends { field?: string | null }>(problem: P): P {
  return problem.field === 'declaration' ? { ...problem, field: 'hasInterests' } : problem;
}
