import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { Sent } from '#lib/api/form.ts';
import { AddEvidenceFile, EvidenceFilePreview, type EvidenceFormat } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { words as say } from '#lib/say/generated/evidence.ts';
import { needsViewer } from '../../../door.ts';
import { chosenOf } from '../../reading.ts';
import { FORMATS, LONGEST_FILE } from './formats.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = (event) => {
  needsViewer(event);
  return { fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  look: async (event) => {
    const data = await event.request.formData();
    const file = data.get('file');
    const uploaded = file instanceof File ? await file.text() : '';
    const sent = new Sent(data);
    const text = uploaded.trim() ? uploaded : sent.text('text');
    const format = formatOf(sent, file);
    const again = { format, text, preview: null, values: sent.values };
    if (!event.locals.viewer) return fail(422, { ...again, problems: signedOut(sent).data.problems });
    const fault = !text.trim() ? say.chooseFile() : text.length > LONGEST_FILE ? say.fileTooLarge() : null;
    if (fault)
      return fail(422, { ...again, text: '', problems: [{ code: 'BLANK', field: 'file', message: fault }] });
    const { evidencePreview } = await api(event)(EvidenceFilePreview, { format, text });
    return { ...again, preview: evidencePreview, problems: [] };
  },

  add: async (event) => {
    const sent = new Sent(await event.request.formData());
    const [text, format] = [sent.text('text'), formatOf(sent, null)];
    const again = { format, text, preview: null, values: sent.values };
    if (!event.locals.viewer) return fail(422, { ...again, problems: signedOut(sent).data.problems });
    const { addEvidenceFile } = await api(event)(AddEvidenceFile, {
      input: { clientMutationId: sent.clientMutationId, format, text },
    });
    if (addEvidenceFile.__typename === 'AddEvidenceFilePayload')
      redirect(303, `/account/profile/evidence?added=${addEvidenceFile.added}`);
    const problems = addEvidenceFile.__typename === 'Rejected' ? addEvidenceFile.problems : [];
    return fail(422, { ...again, problems: [...problems] });
  },
};

/** As chosen; a file's own name says it where nothing was. */
function formatOf(sent: Sent, file: FormDataEntryValue | null): EvidenceFormat {
  const named = file instanceof File && /\.(jsonl|ndjson)$/i.test(file.name) ? 'JSONL' : null;
  return named ?? chosenOf<EvidenceFormat>(sent.text('format'), FORMATS) ?? 'CSV';
}
