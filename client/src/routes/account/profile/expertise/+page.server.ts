import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { Sent } from '#lib/api/form.ts';
import { EditExpertise, ExpertiseEditor, type ExpertiseLevel } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { EXPERTISE_LEVELS } from '#lib/people/words.ts';
import { words as say } from '#lib/say/generated/people.ts';
import type { Problem } from '#lib/ui/problem.ts';
import { needsViewer } from '../../door.ts';
import { chosenOf, Reading } from '../reading.ts';
import { EMPTY, MORE, typedRows } from '../rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  const { viewer } = await api(event)(ExpertiseEditor, {});
  const items = (viewer?.profile.expertise ?? []).map(({ name, level, years, lastUsed, evidence }) => ({
    name,
    level: level as string,
    years: String(years ?? ''),
    lastUsed: String(lastUsed ?? ''),
    evidence: evidence ?? '',
  }));
  return { person: viewer, items, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  save: async (event) => {
    const data = await event.request.formData();
    const sent = new Sent(data);
    const items = typedRows(data, 'items', ['name', 'level', 'years', 'lastUsed', 'evidence']);
    const again = { values: sent.values, items, spare: EMPTY };
    if (data.has('add')) return { ...again, problems: [], spare: MORE };
    if (!event.locals.viewer) return fail(422, { ...again, problems: signedOut(sent).data.problems });

    const reading = new Reading();
    const read = items.map(({ name, level, years, lastUsed, evidence }, at) => ({
      name,
      evidence,
      level:
        reading.needed(
          chosenOf<ExpertiseLevel>(level, EXPERTISE_LEVELS),
          `items.${at}.level`,
          say.sayHowWell(),
        ) ?? 'WORKING',
      years: reading.whole(years, `items.${at}.years`),
      lastUsed: reading.whole(lastUsed, `items.${at}.lastUsed`),
    }));
    const specialties = sent
      .text('specialties')
      .split(/\r?\n/)
      .filter((line) => line.trim());
    const { editExpertise } = await api(event)(EditExpertise, {
      input: {
        clientMutationId: sent.clientMutationId,
        version: reading.version(sent),
        items: read,
        specialties,
      },
    });
    if (editExpertise.__typename !== 'Rejected') redirect(303, '/account/profile?saved');
    return fail(422, {
      ...again,
      problems: reading.problems(editExpertise.problems, data).map(besideTheBox),
    });
  },
};

/** The specialties share one box: which of them is meant is said in words. */
function besideTheBox(problem: Problem): Problem {
  const place = /^specialties\.(\d+)$/.exec(problem.field ?? '')?.[1];
  if (place === undefined) return problem;
  return {
    ...problem,
    field: 'specialties',
    message: say.specialtyProblem({ place: Number(place) + 1, message: problem.message }),
  };
}
