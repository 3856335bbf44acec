import type { App } from './app.ts';
import { tellLeadsOfUnanswered } from './discussions/unanswered.ts';
import { askForDigests } from './mail/digest.due.ts';
import { sendDue } from './mail/outbox.ts';
import { learnWhenDue } from './matching/learning.ts';
import { forgetOldLists } from './matching/match-list-shown.ts';
import { resident } from './matching/resident.ts';
import { log } from './platform/line-log.ts';
import { rows, sql } from './platform/sql.ts';
import { bell } from './plans/bell.ts';
import { makeDuePlans } from './plans/making.ts';
import { trimLog } from './platform/trim.ts';
import { expireDue } from './responses/due.ts';

const EVERY_MS = 60_000;

/** Work that time asks for and nobody presses a button for. Each is safe to run in several processes at once. */
export function startJobs(app: App): { stop(): void } {
  // A job that takes longer than a minute is not begun again meanwhile, and keeps no other waiting.
  const busy = new Set<string>();
  const run = async () => {
    for (const [name, job] of Object.entries(jobs)) {
      if (busy.has(name)) continue;
      busy.add(name);
      await job(app).catch(told(name));
      busy.delete(name);
    }
  };
  // Whoever asks for matches first does not wait until everybody was read.
  void resident(app.orm.em.fork()).catch(told('holdMatching'));
  const timer = setInterval(() => void run(), EVERY_MS);
  timer.unref();
  const planning = bell.answer(() => makeDuePlans(app).catch(told('makePlans')));
  return {
    stop: () => {
      clearInterval(timer);
      planning.stop();
    },
  };
}

function told(operation: string): (error: unknown) => void {
  return (error) =>
    log('error', 'job', { operation, detail: error instanceof Error ? error : String(error) });
}

const jobs: Record<string, (app: App) => Promise<unknown>> = {
  forgetOldMutations: ({ orm }) =>
    rows(orm.em.fork(), sql`delete from client_mutation where at < now() - interval '30 days'`),
  trimLog: ({ orm, settings: { feedKept } }) =>
    feedKept ? trimLog(orm.em.fork(), feedKept) : Promise.resolve(0),
  expireDue: (app) => expireDue(app),
  makePlans: (app) => makeDuePlans(app),
  tellLeadsOfUnanswered: (app) => tellLeadsOfUnanswered(app),
  forgetOldMails: ({ orm }) =>
    rows(orm.em.fork(), sql`delete from outgoing_mail where settled_at < now() - interval '90 days'`),
  askForDigests: (app) => askForDigests(app),
  learnWords: ({ orm }) => learnWhenDue(orm.em.fork()),
  forgetOldChanges: ({ orm }) =>
    rows(orm.em.fork(), sql`delete from index_change where at < now() - interval '7 days'`),
  forgetOldLists: ({ orm }) => forgetOldLists(orm.em.fork()),
  sendMails: ({ orm, settings: { origin, name, post } }) =>
    post ? sendDue({ orm, send: post, sender: { origin, name: name ?? 'Hub' } }) : Promise.resolve(0),
};
