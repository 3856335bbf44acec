import type { Viewer } from '#lib/people/viewer.ts';

declare global {
  namespace App {
    interface Error {
      /** Empty when we did not choose the words: the error page then has its own. */
      message: string;
      /** What the person may quote to us, and we can find in the log. */
      reference?: string;
    }
    interface Locals {
      viewer: Viewer | null;
      requestId: string;
    }
  }
}
