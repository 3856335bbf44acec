import { fail } from '@sveltejs/kit';
import { sentBy } from '#lib/api/form.ts';
import { words as say } from '#lib/say/generated/account.ts';
import { atStep, goOn } from '../joining.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ step: atStep(event, 'conduct') });

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    if (!sent.text('conduct'))
      return fail(422, { problems: [{ code: 'BLANK', field: 'conduct', message: say.conductNeeded() }] });
    goOn(event, 'conduct', { conduct: true });
  },
};
