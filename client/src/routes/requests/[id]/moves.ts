import type { RequestPageQuery } from '#lib/api/generated/operations.ts';

export interface Move {
  action: string;
  /** Only offered where the viewer can. */
  ability: keyof RequestPageQuery['request']['viewerCan'];
  button: string;
  variant?: 'secondary' | 'warning';
  /** What is asked before: shown under a heading that opens. */
  asks?: { summary: string; reason?: string; feedback?: string; dates?: boolean };
}

/** What staff and owners do with a request, the usual next step first. */
export const MOVES: readonly Move[] = [
  { action: 'submit', ability: 'submit', button: 'Send it to staff to publish' },
  { action: 'publish', ability: 'publish', button: 'Publish this request' },
  { action: 'resume', ability: 'resume', button: 'Let it go on' },
  { action: 'assess', ability: 'assess', button: 'Start assessing the responses' },
  {
    action: 'closeResponses',
    ability: 'closeResponses',
    button: 'Close to responses now',
    variant: 'secondary',
  },
  {
    action: 'reopen',
    ability: 'reopen',
    button: 'Open it again',
    asks: { summary: 'Open it again', dates: true },
  },
  {
    action: 'returnToOwner',
    ability: 'returnToOwner',
    button: 'Send it back',
    variant: 'secondary',
    asks: { summary: 'Send it back to its owner', reason: 'What should be put right' },
  },
  {
    action: 'pause',
    ability: 'pause',
    button: 'Pause this request',
    variant: 'secondary',
    asks: { summary: 'Pause this request', reason: 'Why it stands still' },
  },
  {
    action: 'markUnfilled',
    ability: 'markUnfilled',
    button: 'End it as not filled',
    variant: 'warning',
    asks: {
      summary: 'End it: nobody suitable was found',
      reason: 'Why it was not filled',
      feedback: 'What everyone who answered is told',
    },
  },
  {
    action: 'cancel',
    ability: 'cancel',
    button: 'Cancel this request',
    variant: 'warning',
    asks: {
      summary: 'Cancel this request',
      reason: 'Why it is given up',
      feedback: 'What everyone who answered is told',
    },
  },
];

/** What is said once it is done, by the name of the form. */
export const DONE: Readonly<Record<string, string>> = {
  drafted: 'Your draft is kept. Send it to staff when it is complete.',
  edited: 'Your changes are kept.',
  submit: 'Staff have the request now. They publish it or send it back with a reason.',
  publish: 'The request is open. Look at who matches it and invite them.',
  returnToOwner: 'The request went back to its owner with your reason.',
  pause: 'The request stands still.',
  resume: 'The request goes on.',
  closeResponses: 'No more responses are taken. You can read the answers in full now.',
  assess: 'You can decide on the responses now.',
  cancel: 'The request is cancelled. Everyone who had answered was told.',
  markUnfilled: 'The request has ended as not filled. Everyone who had answered was told.',
  reopen: 'The request is open again.',
  ask: 'Your question is published. You will hear when it is answered.',
  decline: 'Thank you for saying so. Nobody will ask you about this request again.',
  responded: 'Your response is sent. You can change it until responses close.',
  'decline-why': 'Thank you for saying so. It helps us ask you better.',
  withdraw: 'Your response is withdrawn.',
  acceptOffer: 'You accepted the offer. Thank you. The programme will be in touch.',
  conflict: 'Your declaration is kept.',
  declineOffer: 'You turned the offer down. The programme knows.',
};

export function doneText(name: string | null): string | null {
  if (!name) return null;
  return name.startsWith('answer-') ? 'Your answer is published.' : (DONE[name] ?? null);
}
