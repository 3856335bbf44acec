import type { RequestPageQuery } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/moves.ts';

type Words = () => string;

export interface Move {
  action: string;
  /** Only offered where the viewer can. */
  ability: keyof RequestPageQuery['request']['viewerCan'];
  button: Words;
  variant?: 'secondary' | 'warning';
  /** What is asked before: shown under a heading that opens. */
  asks?: { summary: Words; reason?: Words; feedback?: Words; dates?: boolean };
}

/** What staff and owners do with a request, the usual next step first. */
export const MOVES: readonly Move[] = [
  { action: 'submit', ability: 'submit', button: say.doSubmit },
  { action: 'publish', ability: 'publish', button: say.doPublish },
  { action: 'resume', ability: 'resume', button: say.doResume },
  { action: 'assess', ability: 'assess', button: say.doAssess },
  { action: 'closeResponses', ability: 'closeResponses', button: say.doCloseResponses, variant: 'secondary' },
  { action: 'reopen', ability: 'reopen', button: say.doReopen, asks: { summary: say.doReopen, dates: true } },
  {
    action: 'returnToOwner',
    ability: 'returnToOwner',
    button: say.doReturn,
    variant: 'secondary',
    asks: { summary: say.doReturnSummary, reason: say.doReturnReason },
  },
  {
    action: 'pause',
    ability: 'pause',
    button: say.doPause,
    variant: 'secondary',
    asks: { summary: say.doPause, reason: say.doPauseReason },
  },
  {
    action: 'markUnfilled',
    ability: 'markUnfilled',
    button: say.doUnfilled,
    variant: 'warning',
    asks: { summary: say.doUnfilledSummary, reason: say.doUnfilledReason, feedback: say.doFeedback },
  },
  {
    action: 'cancel',
    ability: 'cancel',
    button: say.doCancel,
    variant: 'warning',
    asks: { summary: say.doCancel, reason: say.doCancelReason, feedback: say.doFeedback },
  },
];

/** What is said once it is done, by the name of the form. */
const DONE: Readonly<Record<string, Words>> = {
  drafted: say.doneDrafted,
  edited: say.doneEdited,
  submit: say.doneSubmit,
  publish: say.donePublish,
  returnToOwner: say.doneReturn,
  pause: say.donePause,
  resume: say.doneResume,
  closeResponses: say.doneCloseResponses,
  assess: say.doneAssess,
  cancel: say.doneCancel,
  markUnfilled: say.doneUnfilled,
  reopen: say.doneReopen,
  ask: say.doneAsk,
  decline: say.doneDecline,
  responded: say.doneResponded,
  withdraw: say.doneWithdraw,
  acceptOffer: say.doneAcceptOffer,
  conflict: say.doneConflict,
  declineOffer: say.doneDeclineOffer,
  moreTime: say.doneMoreTime,
  answerMoreTime: say.doneMoreTimeAnswered,
};

export function doneText(name: string | null): string | null {
  if (!name) return null;
  return name.startsWith('answer-') ? say.doneAnswer() : (DONE[name]?.() ?? null);
}
