import { fail } from '@sveltejs/kit';
import { blank } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { zoneOptions } from '#lib/people/zones.ts';
import { words as say } from '#lib/say/generated/account.ts';
import { atStep, goOn } from './joining.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ step: atStep(event, ''), zones: zoneOptions('UTC') });

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const [displayName = '', timeZone = ''] = ['displayName', 'timeZone'].map((name) =>
      sent.text(name).trim(),
    );
    const isKnown = zoneOptions('UTC').some(({ value }) => value === timeZone);
    const problems = [
      ...blank('displayName', displayName, say.writeName()),
      ...([...displayName].length > 80
        ? [{ code: 'TOO_LONG', field: 'displayName', message: say.nameTooLong() }]
        : []),
      ...(isKnown ? [] : [{ code: 'NOT_VALID', field: 'timeZone', message: say.chooseZone() }]),
    ];
    if (problems.length) return fail(422, { problems, values: { displayName, timeZone } });
    goOn(event, '', { displayName, timeZone });
  },
};
