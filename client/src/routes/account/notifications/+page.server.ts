import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, Sent } from '#lib/api/form.ts';
import { ChooseNotifications, ChoicesPage, type Rhythm, type Topic } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/notifying.ts';
import { dateIn } from '#lib/ui/date-parts.ts';
import { needsViewer } from '../door.ts';
import type { Actions, PageServerLoad } from './$types';
import { beginOf, dayOf } from './day.ts';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  if (!event.locals.viewer) return { choices: null, pausedDay: '', saved: false, fresh: crypto.randomUUID() };
  const { notificationChoices: choices } = await api(event)(ChoicesPage, {});
  return {
    choices,
    pausedDay: choices.pausedUntil ? dayOf(choices.pausedUntil, choices.timeZone) : '',
    saved: event.url.searchParams.has('saved'),
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const sent = new Sent(data);
    const zone = event.locals.viewer?.timeZone ?? 'UTC';
    const pause = sent.text('pause');
    const day = dateIn(data, 'pausedUntil');
    const pausedUntil = pause === 'until' ? beginOf(day, zone) : null;
    if (pause === 'until' && !pausedUntil) {
      const problem = { code: 'NOT_VALID' as const, field: 'pausedUntil', message: say.whichDay() };
      return fail(422, { problems: [problem], values: { ...sent.values, pausedUntil: day } });
    }
    const topics = sent.texts('topics').flatMap((topic) => {
      const mail = sent.text(`mail.${topic}`);
      return mail
        ? [{ topic: topic as Topic, inHub: sent.text(`hub.${topic}`) === 'yes', mail: mail as Rhythm }]
        : [];
    });
    const { chooseNotifications } = await api(event)(ChooseNotifications, {
      input: {
        clientMutationId: sent.clientMutationId,
        topics,
        quietFrom: sent.text('quietFrom'),
        quietTo: sent.text('quietTo'),
        isPaused: pause === 'until' || pause === 'on',
        ...(pausedUntil && { pausedUntil }),
      },
    });
    if (chooseNotifications.__typename === 'Rejected') return refuse(sent, chooseNotifications.problems);
    redirect(303, '/account/notifications?saved=yes');
  },
};
