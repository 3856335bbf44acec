import type { ActionFailure } from '@sveltejs/kit';
import { refuse, type Refusal, type Sent } from './form.ts';

/** A session may end while somebody writes: the words are shown again, never lost to the sign-in page. */
export function signedOut(sent: Sent): ActionFailure<Refusal> {
  return refuse(sent, [
    {
      code: 'SIGNED_OUT',
      field: null,
      message:
        'You have been signed out. Sign in in another tab, then send this again: what you wrote is kept below.',
    },
  ]);
}
