import type { App } from './app.ts';
import { log } from './platform/line-log.ts';
import { rows, sql } from './platform/sql.ts';
import { expireDue } from './responses/due.ts';

const EVERY_MS = 60_000;

/** Work that time asks for and nobody presses a button for. Each is safe to run in several processes at once. */
export function startJobs(app: App): { stop(): void } {
  const run = async () => {
    for (const [name, job] of Object.entries(jobs)) {
      await job(app).catch((error: unknown) =>
        log('error', 'job', { operation: name, detail: error instanceof Error ? error : String(error) }),
      );
    }
  };
  const timer = setInterval(() => void run(), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

const jobs: Record<string, (app: App) => Promise<unknown>> = {
  forgetOldMutations: ({ orm }) =>
    rows(orm.em.fork(), sql`delete from client_mutation where at < now() - interval '30 days'`),
  expireDue: (app) => expireDue(app),
};
