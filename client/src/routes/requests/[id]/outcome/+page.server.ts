import { api } from '#lib/api/api.ts';
import { CloseRequest, DeliverRequest, OutcomePage, RecordOutcome } from '#lib/api/generated/operations.ts';
import { deed, type OwnForm } from '#lib/requests/deed.ts';
import { feedbackOf } from '#lib/requests/feedback.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { request } = await api(event)(OutcomePage, { id: event.params.id });
  return {
    request,
    done: event.url.searchParams.get('done'),
    today: new Date().toISOString().slice(0, 10),
    fresh: crypto.randomUUID(),
  };
};

const which = ({ requestId, version }: OwnForm) => ({ requestId, version });

export const actions: Actions = {
  record: deed(RecordOutcome, (form) => ({
    ...which(form),
    result: form.own('result'),
    usedHow: form.own('usedHow'),
    changedWhat: form.own('changedWhat'),
    lesson: form.own('lesson'),
    evidence: form.own('evidence'),
  })),
  deliver: deed(DeliverRequest, which),
  close: deed(CloseRequest, (form) => ({ ...which(form), feedback: feedbackOf(form) })),
};
