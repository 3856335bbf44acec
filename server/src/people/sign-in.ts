import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Kysely, KyselyPlugin } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { Registration } from '../platform/settings.ts';
import { newId } from '../platform/ids.ts';
import { speaking } from '../platform/say/locale.ts';
import { insideTransaction } from '../platform/sql.ts';
import { handleFrom, whyNotName } from './names.ts';
import { timeZoneName } from './places.ts';
import { whyNotEnter } from './approval.policy.ts';
import { newPasswordMail, waitingMail, type SendMail } from './sign-in.mail.ts';
import { languageOf, linkByMail, secondStep } from './sign-in.plugins.ts';

export interface SignInSettings {
  origin: string;
  trustedOrigins: string[];
  secret: string;
  /** Told when a session has ended, so that its sockets are closed wherever they are. */
  sessionEnded: (session: { id: string; userId: string }) => Promise<void>;
  sendMail: SendMail;
  /** Whether new accounts wait for a yes. */
  registration?: Registration;
  /** Told of each account that waits. */
  accountWaits?: (personId: string) => Promise<void>;
  /** Told of a change to an account, which may be that of its second step. */
  accountChanged?: (personId: string) => Promise<void>;
  /** What an authenticator app calls the hub. */
  name?: string;
}

export type SignIn = ReturnType<typeof signInWith>;

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Sign-in is the library's; we lend it our tables, our connection and our ids. */
export function signInWith(orm: Database, settings: SignInSettings) {
  const isCareful = settings.registration === 'approval';
  const secure = settings.origin.startsWith('https:');
  const options = {
    baseURL: settings.origin,
    basePath: '/api/auth',
    secret: settings.secret,
    trustedOrigins: settings.trustedOrigins,
    database: { db: sharedKysely(orm), type: 'postgres' },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      autoSignIn: !isCareful,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        const language = await languageOf(orm, user.id);
        const { subject, text } = speaking(language, () => newPasswordMail(settings.origin, token));
        return settings.sendMail(user.email, subject, text);
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 10,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 60, max: 10 },
        '/sign-in/magic-link': { window: 60, max: 5 },
        '/two-factor/*': { window: 60, max: 10 },
      },
    },
    user: {
      modelName: 'person',
      fields: { name: 'display_name', emailVerified: 'email_verified', ...stamps },
      additionalFields: {
        handle: { type: 'string', required: false, input: false },
        timeZone: { type: 'string', required: false, input: true, fieldName: 'time_zone' },
        agreedAt: { type: 'date', required: false, input: true, fieldName: 'agreed_at' },
        waitingSince: { type: 'date', required: false, input: false, fieldName: 'waiting_since' },
      },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...stamps,
      },
      expiresIn: 60 * 60 * 24 * 14,
      // Written at most once an hour, so that a list of devices can say when each was last seen.
      updateAge: 60 * 60,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...stamps } },
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'hub',
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: ['x-hub-address'] },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => {
            const problem = whyNotName(user.name);
            if (problem) throw new APIError('BAD_REQUEST', { code: problem.code, message: problem.message });
            const timeZone = timeZoneName(String(user.timeZone ?? '')) ?? 'UTC';
            const agreedAt = user.agreedAt ? new Date() : null;
            const waitingSince = isCareful ? new Date() : null;
            return { data: { ...user, timeZone, agreedAt, waitingSince, handle: handleFrom(user.name) } };
          },
          // Not waited for: how long the answer takes must not tell who has an account.
          after: async (user) => {
            if (!isCareful) return;
            const { subject, text } = speaking('en', () => waitingMail());
            void settings.sendMail(user.email, subject, text).catch(() => {});
            void settings.accountWaits?.(user.id).catch(() => {});
          },
        },
        update: { after: async ({ id }) => void settings.accountChanged?.(id).catch(() => {}) },
      },
      session: {
        create: {
          before: async ({ userId }) => {
            const why = await whyNotEnter(orm, userId);
            if (why) throw new APIError('FORBIDDEN', why);
          },
        },
        delete: { after: (session) => settings.sessionEnded(session) },
      },
    },
    plugins: [
      secondStep(settings.name ?? 'Global Taskforce Hub'),
      linkByMail(orm, settings.origin, settings.sendMail),
    ],
  } satisfies BetterAuthOptions;
  return betterAuth(options);
}

/** The hub's own connections, with timestamps as the dates the library expects, and never inside a transaction of ours. */
function sharedKysely(orm: Database): Kysely<Record<string, never>> {
  return orm.em.fork().getKysely<Record<string, never>>().withPlugin(datesAsDates).withPlugin(notInside);
}

const datesAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
};

function withDates(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).map(([key, value]) =>
    key.endsWith('_at') && typeof value === 'string' ? [key, new Date(value)] : [key, value],
  );
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const notInside: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (insideTransaction.getStore()) throw new Error('Sign-in was used inside a transaction.');
    return node;
  },
  transformResult: async ({ result }) => result,
};
