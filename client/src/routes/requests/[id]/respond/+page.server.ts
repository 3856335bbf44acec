import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy, type Sent } from '#lib/api/form.ts';
import { Respond, RespondPage } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { words as say } from '#lib/say/generated/responding.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { request } = await api(event)(RespondPage, { id: event.params.id });
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  // The buttons of the request's page have asked already.
  const asked = event.url.searchParams.get('answer');
  return {
    request,
    asked: asked === 'YES' || asked === 'PARTLY' ? asked : null,
    fresh: crypto.randomUUID(),
    now: new Date().toISOString(),
  };
};

export const actions: Actions = {
  respond: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { id } = event.params;
    const isAnswered = ['YES', 'PARTLY'].includes(sent.text('answer'));
    const { respond } = await api(event)(Respond, {
      input: { requestId: id, ...answerIn(sent, isAnswered) },
    });
    if (respond.__typename === 'Rejected') return refuse(sent, told(respond.problems, sent, isAnswered));
    redirect(303, `/requests/${id}?done=responded`);
  },
};

const EVIDENCE = 'evidence-';

function answerIn(sent: Sent, isAnswered: boolean) {
  const evidence = Object.entries(sent.values).filter(([name]) => name.startsWith(EVIDENCE));
  return {
    clientMutationId: sent.clientMutationId,
    answer: isAnswered ? (sent.text('answer') as 'YES' | 'PARTLY') : 'YES',
    text: sent.text('text'),
    criteria: evidence.map(([name, written]) => ({
      criterionId: name.slice(EVIDENCE.length),
      evidence: written,
    })),
    availabilityNote: sent.text('availabilityNote'),
    // Nothing chosen is nothing declared: the hub then asks for it.
    declaration: sent.text('hasInterests') ? declarationIn(sent, isAnswered) : null,
    version: sent.number('version'),
  };
}

/** Without yes or partly nothing may be sent, and yet all that is wrong be told: without confidentiality the hub refuses. */
function declarationIn(sent: Sent, isAnswered: boolean) {
  return {
    hasInterests: sent.text('hasInterests') === 'yes',
    interests: sent.text('interests'),
    confidentiality: isAnswered && sent.text('confidentiality') === 'yes',
    employerConsent: sent.text('employerConsent') === 'yes',
  };
}

const noAnswer = (): Problem => ({ code: 'BLANK', field: 'answer', message: say.sayWhether() });

/** What is wrong with the declaration as a whole belongs to its first question. */
function told(problems: readonly Problem[], sent: Sent, isAnswered: boolean): Problem[] {
  const isTicked = sent.text('confidentiality') === 'yes';
  const real = problems
    .filter(({ field }) => isAnswered || field !== 'confidentiality' || !isTicked)
    .map((problem) => (problem.field === 'declaration' ? { ...problem, field: 'hasInterests' } : problem));
  return isAnswered ? real : [noAnswer(), ...real];
}
