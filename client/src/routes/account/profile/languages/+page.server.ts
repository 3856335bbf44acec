import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { Sent } from '#lib/api/form.ts';
import { EditLanguages, LanguagesEditor, type LanguageLevel } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { LANGUAGE_LEVELS } from '#lib/people/language-levels.ts';
import { words as say } from '#lib/say/generated/people.ts';
import { needsViewer } from '../../door.ts';
import { chosenOf, Reading } from '../reading.ts';
import { EMPTY, MORE, typedRows } from '../rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  const { viewer } = await api(event)(LanguagesEditor, {});
  const languages = (viewer?.profile.languages ?? []).map(({ tag, speaking, reading, writing }) => ({
    tag,
    speaking: String(speaking ?? ''),
    reading: String(reading ?? ''),
    writing: String(writing ?? ''),
  }));
  const countries = (viewer?.profile.countryExperience ?? []).map(({ country, role, months, lastYear }) => ({
    country,
    role: role ?? '',
    months: String(months),
    lastYear: String(lastYear ?? ''),
  }));
  return { person: viewer, languages, countries, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  save: async (event) => {
    const data = await event.request.formData();
    const sent = new Sent(data);
    const languages = typedRows(data, 'languages', ['tag', 'speaking', 'reading', 'writing']);
    const countries = typedRows(data, 'countryExperience', ['country', 'role', 'months', 'lastYear']);
    const again = { languages, countries, spare: { languages: EMPTY, countryExperience: EMPTY } };
    const add = sent.text('add');
    if (add) return { ...again, problems: [], spare: { ...again.spare, [add]: MORE } };
    if (!event.locals.viewer) return fail(422, { ...again, problems: signedOut(sent).data.problems });

    const reading = new Reading();
    const level = (typed: string) => chosenOf<LanguageLevel>(typed, LANGUAGE_LEVELS);
    const { editLanguages } = await api(event)(EditLanguages, {
      input: {
        clientMutationId: sent.clientMutationId,
        languages: languages.map((row) => ({
          tag: row.tag,
          speaking: level(row.speaking),
          reading: level(row.reading),
          writing: level(row.writing),
        })),
        countryExperience: countries.map(({ country, role, months, lastYear }, at) => {
          const box = (name: string) => `countryExperience.${at}.${name}`;
          const howLong = reading.whole(months, box('months'));
          return {
            country,
            role,
            months: reading.needed(howLong, box('months'), say.writeMonths()) ?? 0,
            lastYear: reading.whole(lastYear, box('lastYear')),
          };
        }),
        version: reading.version(sent),
      },
    });
    if (editLanguages.__typename !== 'Rejected') redirect(303, '/account/profile?saved');
    return fail(422, { ...again, problems: reading.problems(editLanguages.problems, data) });
  },
};
