import { error } from '@sveltejs/kit';
import { keptIn } from '#lib/requests/kept.ts';
import { isPart } from '#lib/requests/parts.ts';
import { addCriterion, removeCriterion, savePart } from '#lib/requests/save-part.ts';
import { writingOf } from '#lib/requests/writing.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { part } = event.params;
  if (!isPart(part)) error(404, { message: '' });
  const writing = await writingOf(event);
  return { ...writing, part, kept: keptIn(writing.request) };
};

export const actions: Actions = {
  add: addCriterion,
  remove: removeCriterion,
  save: (event) => {
    const { part } = event.params;
    return isPart(part) ? savePart(event, part) : error(404, { message: '' });
  },
};
