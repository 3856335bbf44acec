import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { buildApp, type App } from './app.ts';
import { entrance, type Pages } from './entrance/server.ts';
import { socketDoor } from './entrance/socket.ts';
import { startJobs } from './jobs.ts';
import { openStore } from './store.ts';
import { noteStaffSecondStep } from './people/acting.ts';
import { localHints, type Hear, type HintChannel } from './platform/hints.ts';
import { log, logWith } from './platform/line-log.ts';
import { mailer } from './platform/mail.ts';
import { notifyHints } from './platform/notify-hints.ts';
import { pollHeads } from './platform/poll-heads.ts';
import { redisHints } from './platform/redis-hints.ts';
import type { Settings } from './platform/settings.ts';
import { StartupProblem } from './platform/startup.ts';

export interface Running {
  app: App;
  server: Server;
  port: number;
  /** What the operator should be told once. */
  notes: string[];
  stop(): Promise<void>;
}

/** The longest a lost hint can delay the news. One statement for all followed streams. */
const POLL_HEADS_MS = 1_000;
const DRAIN_MS = 10_000;

/** Opens the database, builds the hub and opens its one port. */
export async function startHub(settings: Settings): Promise<Running> {
  logWith(settings.secret);
  const store = await openStore(settings);
  await noteStaffSecondStep(store.orm.em.fork(), settings.staffSecondStep);
  const mail = mailer(settings);
  const hints = hintsFor(settings, (hint) => app.hear(hint));
  const { name, organisation, logo } = settings;
  const app: App = await buildApp(store.orm, {
    hub: { name, organisation, logo },
    origin: settings.origin,
    trustedOrigins: [
      settings.origin,
      ...(isLocal(settings.origin) ? [`http://127.0.0.1:${settings.port}`] : []),
    ],
    secret: settings.secret,
    name: settings.name,
    registration: settings.registration,
    feedKept: settings.feedKept,
    sendMail: (to, subject, text) => mail.send({ to, subject, text }),
    post: (letter) => mail.send(letter),
    publish: (hint) => hints.publish(hint),
    fault,
  });

  let draining = false;
  const pages = await builtPages();
  const server = entrance(app, {
    ...(pages && { pages }),
    trustedProxies: settings.trustedProxies,
    draining: () => draining,
    finished: (request, response, ms) =>
      log('info', 'request', {
        requestId: String(request.headers['x-request-id']),
        operation: request.method ?? null,
        status: response.statusCode,
        ms,
        address: String(request.headers['x-hub-address']),
      }),
  });
  const sockets = socketDoor(app, server);
  const stopPolling = pollHeads(store.orm.em, app.source.board, POLL_HEADS_MS);
  const jobs = startJobs(app);
  const port = await listen(server, settings.port).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });

  const stop = async () => {
    draining = true;
    jobs.stop();
    sockets.close();
    server.close();
    server.closeIdleConnections();
    await Promise.race([once(server, 'close'), wait(DRAIN_MS, undefined, { ref: false })]);
    server.closeAllConnections();
    await stopPolling();
    await hints.close();
    await app.apollo.stop();
    await mail.close();
    await store.close();
  };
  return { app, server, port, notes: store.notes, stop };
}

/** On one's own machine, both of its names are the same place. */
function isLocal(origin: string): boolean {
  return new URL(origin).hostname === 'localhost';
}

/** Processes tell each other through Redis where there is one, else through the database they share. */
function hintsFor({ redisUrl, databaseUrl }: Settings, hear: Hear): HintChannel {
  if (redisUrl) return redisHints(redisUrl, hear);
  return databaseUrl ? notifyHints(databaseUrl, hear) : localHints();
}

/** Keeps the whole fault in the log, and answers with what the person can quote. */
function fault(error: unknown): string {
  const reference = randomUUID().slice(0, 8);
  log('error', 'fault', { code: reference, detail: error instanceof Error ? error : String(error) });
  return reference;
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartupProblem(`Port ${port} is in use; choose another with PORT.`);
    if (code === 'EACCES')
      throw new StartupProblem(`Port ${port} may not be opened by this user; choose another with PORT.`);
    throw error;
  }
  return (server.address() as AddressInfo).port;
}

/** The pages as they were built, or nothing where only the API runs, as in development. */
async function builtPages(): Promise<Pages | null> {
  if (process.env['API_ONLY']) return null;
  const built = new URL('../../../client/build/handler.js', import.meta.url);
  if (!existsSync(built)) return null;
  // The pages' server assumes https unless a header says otherwise; ours is set by us alone.
  process.env['PROTOCOL_HEADER'] ??= 'x-hub-proto';
  process.env['ADDRESS_HEADER'] ??= 'x-hub-address';
  const { handler } = (await import(built.href)) as { handler: Pages };
  return handler;
}
