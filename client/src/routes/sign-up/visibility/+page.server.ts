import { fail } from '@sveltejs/kit';
import { sentBy } from '#lib/api/form.ts';
import { words as say } from '#lib/say/generated/account.ts';
import { atStep, goOn } from '../joining.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ step: atStep(event, 'visibility') });

export const actions: Actions = {
  default: async (event) => {
    const visibility = (await sentBy(event.request)).text('visibility');
    if (!['MEMBERS', 'PUBLIC', 'STAFF'].includes(visibility))
      return fail(422, { problems: [{ code: 'BLANK', field: 'visibility', message: say.chooseWho() }] });
    goOn(event, 'visibility', { visibility });
  },
};
