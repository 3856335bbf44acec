import type { HubSettings } from '#lib/api/hub.ts';
import type { Viewer } from '#lib/people/viewer.ts';

declare global {
  namespace App {
    interface Error {
      /** Empty when we did not choose the words: the error page then has its own. */
      message: string;
      /** What the person may quote to us, and we can find in the log. */
      reference?: string;
    }
    interface PageData {
      hub?: HubSettings;
    }
    interface Locals {
      viewer: Viewer | null;
      requestId: string;
      /** The address of the page's own script, where it has one; none where nobody ever signed in. */
      script: string | null;
    }
  }
}
