import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy, type Sent } from '#lib/api/form.ts';
import { PublishRequest, SubmitWritten } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { writingOf } from '#lib/requests/writing.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await writingOf(event)),
  freshToPublish: crypto.randomUUID(),
});

export const actions: Actions = {
  submit: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const submitted = await submit(event, sent);
    if ('problems' in submitted) return refuse(sent, nowhere(submitted.problems));
    redirect(303, `/requests/${event.params.id}?done=submit`);
  },

  /** Staff do both at once. What was submitted stays so if it cannot be published. */
  publish: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const isSubmitted = sent.text('state') === 'SUBMITTED';
    const submitted = isSubmitted ? { version: sent.number('version') ?? 0 } : await submit(event, sent);
    if ('problems' in submitted) return refuse(sent, nowhere(submitted.problems));
    const { publishRequest } = await api(event)(PublishRequest, {
      input: {
        clientMutationId: sent.text('freshToPublish') || crypto.randomUUID(),
        requestId: event.params.id,
        version: submitted.version,
      },
    });
    if (publishRequest.__typename === 'Rejected') return refuse(sent, nowhere(publishRequest.problems));
    redirect(303, `/requests/${event.params.id}?done=publish`);
  },
};

async function submit(
  event: RequestEvent,
  sent: Sent,
): Promise<{ version: number } | { problems: Problem[] }> {
  const { submitRequest } = await api(event)(SubmitWritten, {
    submit: {
      clientMutationId: sent.clientMutationId,
      requestId: event.params['id'] ?? '',
      version: sent.number('version') ?? 0,
    },
  });
  return submitRequest.__typename === 'Rejected' ? submitRequest : submitRequest.request;
}

/** The page has no boxes: what is missing is listed on it with a link each. */
function nowhere(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, field: null }));
}
