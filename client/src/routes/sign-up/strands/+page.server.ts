import { api } from '#lib/api/api.ts';
import { sentBy } from '#lib/api/form.ts';
import { JoiningStrands } from '#lib/api/generated/operations.ts';
import { atStep, goOn } from '../joining.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const step = atStep(event, 'strands');
  const { strands } = await api(event)(JoiningStrands, {});
  return {
    step,
    strands: strands.map(({ name, purpose, homeGroup }) => ({
      value: homeGroup.id,
      text: name,
      hint: purpose,
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    goOn(event, 'strands', { groups: sent.texts('groups').slice(0, 20) });
  },
};
