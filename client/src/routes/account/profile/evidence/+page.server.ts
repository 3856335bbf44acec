import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, Sent } from '#lib/api/form.ts';
import {
  AddEvidence,
  EditEvidence,
  EvidenceEditor,
  RemoveEvidence,
  type EvidenceKind,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { EVIDENCE_KINDS } from '#lib/people/evidence-kinds.ts';
import { dateIn } from '#lib/ui/date-parts.ts';
import { needsViewer } from '../../door.ts';
import { chosenOf, Reading } from '../reading.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  const after = event.url.searchParams.get('after') || null;
  const { viewer } = await api(event)(EvidenceEditor, { after });
  const pieces = viewer?.profile.evidence?.edges.map(({ node }) => node) ?? [];
  const edited = pieces.find(({ id }) => id === event.url.searchParams.get('edit')) ?? null;
  return { person: viewer, pieces, edited, after, fresh: crypto.randomUUID() };
};

const PAGE = '/account/profile/evidence';

export const actions: Actions = {
  save: async (event) => {
    const data = await event.request.formData();
    const sent = new Sent(data);
    const values = { ...sent.values, day: dateIn(data, 'day') };
    if (!event.locals.viewer) return signedOut(sent);
    const reading = new Reading();
    const day = reading.day(values.day, 'day');
    const unread = reading.problems([], data);
    if (unread.length > 0) return fail(422, { problems: unread, values });

    const piece = {
      clientMutationId: sent.clientMutationId,
      kind: chosenOf<EvidenceKind>(sent.text('kind'), EVIDENCE_KINDS) ?? 'PROJECT',
      title: sent.text('title'),
      body: sent.text('body'),
      day,
    };
    const evidenceId = sent.text('evidenceId');
    const answer = evidenceId
      ? (await api(event)(EditEvidence, { input: { ...piece, evidenceId } })).editEvidence
      : (await api(event)(AddEvidence, { input: piece })).addEvidence;
    if (answer.__typename === 'Rejected')
      return fail(422, { problems: reading.problems(answer.problems, data), values });
    redirect(303, `${PAGE}?saved`);
  },

  remove: async (event) => {
    const sent = new Sent(await event.request.formData());
    if (!event.locals.viewer) return signedOut(sent);
    const { removeEvidence } = await api(event)(RemoveEvidence, {
      input: { clientMutationId: sent.clientMutationId, evidenceId: sent.text('evidenceId') },
    });
    if (removeEvidence.__typename === 'Rejected') return refuse(sent, removeEvidence.problems);
    redirect(303, `${PAGE}?saved`);
  },
};
