import { api } from '#lib/api/api.ts';
import * as ask from '#lib/api/generated/operations.ts';
import { deed, type OwnForm } from '#lib/requests/deed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  let page = await api(event)(ask.RequestPage, { id });
  // Opening the page is seeing the invitation: staff then know that it arrived. The page is asked for anew, or it would be
  // told at once that something has changed.
  if (page.request.myResponse?.state === 'INVITED') {
    await api(event)(ask.SeeInvitation, { input: { clientMutationId: crypto.randomUUID(), requestId: id } });
    page = await api(event)(ask.RequestPage, { id });
  }
  return {
    request: page.request,
    personCursor: page.personCursor,
    contributionTypes: page.contributionTypes,
    fresh: crypto.randomUUID(),
    now: new Date().toISOString(),
    done: event.url.searchParams.get('done'),
  };
};

const which = ({ requestId, version }: OwnForm) => ({ requestId, version });
const withReason = (form: OwnForm) => ({ ...which(form), reason: form.own('reason') });
const withFeedback = (form: OwnForm) => ({ ...withReason(form), feedback: form.own('feedback') });
const ofResponse = (form: OwnForm) => ({ responseId: form.text('responseId'), version: form.version });

export const actions: Actions = {
  submit: deed(ask.SubmitRequest, which),
  publish: deed(ask.PublishRequest, which),
  returnToOwner: deed(ask.ReturnRequest, withReason),
  pause: deed(ask.PauseRequest, withReason),
  resume: deed(ask.ResumeRequest, which),
  closeResponses: deed(ask.CloseResponses, which),
  assess: deed(ask.StartAssessing, which),
  cancel: deed(ask.CancelRequest, withFeedback),
  markUnfilled: deed(ask.MarkUnfilled, withFeedback),
  reopen: deed(ask.ReopenRequest, (form) => ({
    ...which(form),
    closesAt: form.ownMoment('closesAt', form.text('timeZone')),
    neededBy: form.ownDay('neededBy'),
  })),

  ask: deed(ask.AskQuestion, (form) => ({ requestId: form.requestId, body: form.own('body') })),
  answer: deed(ask.AnswerQuestion, (form) => ({
    questionId: form.text('questionId'),
    version: form.version,
    answer: form.own('answer'),
  })),

  decline: deed(ask.DeclineRequest, (form) => ({
    requestId: form.requestId,
    answer: 'NO' as const,
    version: form.number('version'),
    declineReason: (form.own('declineReason') || null) as ask.DeclineReason | null,
    // A day without the tick is no consent.
    notBefore: form.own('agrees') ? form.ownChosenDay('notBefore') : null,
  })),
  moreTime: deed(ask.AskForMoreTime, ({ requestId }) => ({ requestId })),
  answerMoreTime: deed(ask.AnswerMoreTime, (form) => ({
    ...which(form),
    isGiven: form.text('isGiven') === 'yes',
  })),
  withdraw: deed(ask.WithdrawResponse, (form) => ({ ...ofResponse(form), reason: form.own('reason') })),
  acceptOffer: deed(ask.AcceptOffer, ofResponse),
  declineOffer: deed(ask.DeclineOffer, (form) => ({ ...ofResponse(form), reason: form.own('reason') })),

  conflict: deed(ask.DeclareConflict, (form) => ({
    requestId: form.requestId,
    conflicted: form.text('conflicted') === 'yes',
    note: form.own('note'),
  })),
};
