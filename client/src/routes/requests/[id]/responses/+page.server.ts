import { error, redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import * as ask from '#lib/api/generated/operations.ts';
import { deed, type OwnForm } from '#lib/requests/deed.ts';
import { feedbackOf } from '#lib/requests/feedback.ts';
import type { Actions, PageServerLoad } from './$types';

const A_PAGE = 20;
const MOST = 100;

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { searchParams } = event.url;
  const across = searchParams.get('by') === 'criterion';
  const after = across ? null : searchParams.get('after');
  const first = across ? MOST : A_PAGE;
  const { request } = await api(event)(ask.ResponsesPage, { id: event.params.id, after, first });
  if (!request.viewerCan.seeMatches) error(404, { message: '' });
  const { edges, pageInfo } = request.responses;
  const asked = request.criteria.find(({ id }) => id === searchParams.get('criterion'));
  return {
    request,
    responses: edges.map(({ node }) => node),
    criterion: across ? (asked ?? request.criteria[0] ?? null) : null,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    isFirst: !after,
    done: searchParams.get('done'),
    fresh: crypto.randomUUID(),
  };
};

const which = (form: OwnForm) => ({ responseId: form.text('responseId'), version: form.version });
const withFeedback = (form: OwnForm) => ({ ...which(form), feedback: feedbackOf(form) });

export const actions: Actions = {
  assess: deed(ask.AssessDeclaration, (form) => ({
    ...which(form),
    assessment: (form.own('assessment') || 'NONE') as ask.Assessment,
    note: form.own('note'),
  })),
  shortlist: deed(ask.Shortlist, which),
  offer: deed(ask.OfferWork, (form) => ({
    ...which(form),
    // Nothing readable is no hours, which the hub refuses at this field.
    hours: form.ownNumber('hours') ?? 0,
    deliverables: form.own('deliverables'),
    startsOn: form.ownDay('startsOn'),
    endsOn: form.ownDay('endsOn'),
  })),
  notSelect: deed(ask.NotSelect, withFeedback),
  complete: deed(ask.CompleteEngagement, which),
  end: deed(ask.EndEngagement, withFeedback),
};
