import { randomUUID } from 'node:crypto';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { apolloFor, type Apollo } from './graphql.ts';
import { tellOfWaiting } from './people/approval.policy.ts';
import { tellOfEnded, tellOfRights } from './people/person.events.ts';
import { signInWith, type SignIn } from './people/sign-in.ts';
import type { Context, Viewer } from './people/viewer.ts';
import type { Head } from './platform/announce.ts';
import type { Database } from './platform/database.ts';
import { FeedSource } from './platform/feed-source.ts';
import { HeadBoard, type Hint } from './platform/heads.ts';
import { LIMITS, queryGate, whyVariablesTooLarge } from './platform/limits.ts';
import type { Mail } from './platform/mail.ts';
import { inTransactions } from './platform/mutate.ts';
import { actAlone } from './platform/own-act.ts';
import type { HubFace, Registration } from './platform/settings.ts';
import type { Kept } from './platform/trim.ts';
import { hubSchema } from './schema.ts';
import { slices } from './slices.ts';
import { Viewers } from './viewers.ts';

export interface AppSettings {
  /** What the operator says of the hub; the pages show it. */
  hub?: HubFace;
  origin: string;
  trustedOrigins?: string[];
  secret: string;
  /** Whether new accounts wait for a yes; open unless said otherwise. */
  registration?: Registration;
  /** What the hub is called. */
  name?: string;
  sendMail?: (to: string, subject: string, text: string) => Promise<void>;
  /** Sends what people are told by mail; without it nothing is sent. */
  post?: (mail: Mail) => Promise<void>;
  /** How much of the log is kept. */
  feedKept?: Kept;
  /** Tells the other processes; this one has heard already. */
  publish?: (hint: Hint) => void;
  /** Keeps the record of a fault of ours and answers with its reference. */
  fault?: (error: unknown) => string;
}

/** The hub without its doors: schema, people, log and feed over one database. */
export interface App {
  orm: Database;
  schema: GraphQLSchema;
  apollo: Apollo;
  signIn: SignIn;
  viewers: Viewers;
  source: FeedSource;
  settings: AppSettings;
  contextFor(viewer: Viewer | null): Context & { source: FeedSource };
  /** Why a query is refused before anything costly happens to it, or null. The same on both transports. */
  whyRefused(query: unknown, variables: unknown): GraphQLError | null;
  /** Tells followers, here and in the other processes, how far streams have come. */
  committed(heads: Head[]): void;
  /** Hears what another process published. */
  hear(hint: Hint): void;
  /** Set by the socket door. */
  closeSockets: (which: NonNullable<Hint['close']>) => void;
}

export async function buildApp(orm: Database, settings: AppSettings): Promise<App> {
  const board = new HeadBoard();
  const source = new FeedSource(
    orm,
    board,
    slices.flatMap(({ subjects }) => subjects),
    slices.flatMap(({ audiences }) => audiences),
  );
  const schema = await hubSchema();
  const committed = (heads: Head[]) => {
    board.tell(heads);
    app.viewers?.heard(heads);
    if (heads.length > 0) settings.publish?.({ heads });
  };
  const app: Partial<App> = { orm, schema, source, settings, committed, closeSockets: () => {} };
  inTransactions(schema, committed);

  const gate = queryGate(schema, LIMITS);
  const signIn = signInWith(orm, {
    origin: settings.origin,
    trustedOrigins: settings.trustedOrigins ?? [settings.origin],
    secret: settings.secret,
    ...(settings.name && { name: settings.name }),
    registration: settings.registration ?? 'open',
    accountWaits: (personId) => tellOfWaiting({ orm, committed }, personId),
    // Staff who take their second step off lose their rights on every device at once.
    accountChanged: (personId) => actAlone({ orm, committed }, async (em) => tellOfRights(em, personId)),
    sendMail: settings.sendMail ?? (async () => {}),
    sessionEnded: async ({ id, userId }) => {
      app.viewers?.forget();
      app.closeSockets?.({ sessionId: id });
      settings.publish?.({ close: { sessionId: id } });
      // The hint may be lost; the log is read by every process within the second. Signed out they are in any case.
      await actAlone({ orm, committed }, async (em) => tellOfEnded(em, userId, [id])).catch(
        (error: unknown) => void settings.fault?.(error),
      );
    },
  });
  return Object.assign(app as App, {
    signIn,
    viewers: new Viewers(orm, signIn),
    apollo: await apolloFor(schema, settings.fault ?? (() => randomUUID())),
    contextFor: (viewer: Viewer | null) => ({
      em: orm.em.fork(),
      viewer,
      actorId: viewer?.id ?? null,
      requestId: randomUUID(),
      batches: new Map(),
      source,
    }),
    whyRefused: (query: unknown, variables: unknown) =>
      (typeof query === 'string' ? gate(query) : null) ?? whyVariablesTooLarge(variables, LIMITS),
    hear: (hint: Hint) => {
      if (hint.heads) {
        board.tell(hint.heads);
        app.viewers?.heard(hint.heads);
      }
      if (!hint.close) return;
      app.viewers?.forget();
      app.closeSockets?.(hint.close);
    },
  });
}
