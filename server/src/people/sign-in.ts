import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Kysely, KyselyPlugin } from 'kysely';
import type { Database } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { insideTransaction } from '../platform/sql.ts';
import { handleFrom, whyNotName } from './names.ts';
import { timeZoneName } from './places.ts';

export interface SignInSettings {
  origin: string;
  trustedOrigins: string[];
  secret: string;
  /** Told when a session ends, so that its sockets can be closed. */
  sessionEnded: (sessionId: string) => void;
  sendMail: (to: string, subject: string, text: string) => Promise<void>;
}

export type SignIn = ReturnType<typeof signInWith>;

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Sign-in is the library's; we lend it our tables, our connection and our ids. */
export function signInWith(orm: Database, settings: SignInSettings) {
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
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        settings.sendMail(
          user.email,
          'Choose a new password',
          `Open this address within an hour to choose a new password. It works once.\n\n${settings.origin}/new-password?token=${token}\n\nYou did not ask for it? Then do nothing: your password stays.\n`,
        ),
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 10,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/sign-up/email': { window: 60, max: 10 } },
    },
    user: {
      modelName: 'person',
      fields: { name: 'display_name', emailVerified: 'email_verified', ...stamps },
      additionalFields: {
        handle: { type: 'string', required: false, input: false },
        timeZone: { type: 'string', required: false, input: true, fieldName: 'time_zone' },
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
            return { data: { ...user, timeZone, handle: handleFrom(user.name) } };
          },
        },
      },
      session: { delete: { after: async (session) => settings.sessionEnded(session.id) } },
    },
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
