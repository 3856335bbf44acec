import { magicLink, twoFactor } from 'better-auth/plugins';
import type { Database } from '../platform/database.ts';
import type { Language } from '../platform/say/generated/languages.ts';
import { speaking } from '../platform/say/locale.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { linkMail, linkNeedsPasswordMail, type SendMail } from './sign-in.mail.ts';

export const LINK_MINUTES = 15;

/** A code from an authenticator app after the password; ten backup codes for when the device is lost. */
export function secondStep(issuer: string) {
  return twoFactor({
    issuer,
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'two_factor',
        fields: {
          userId: 'user_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  });
}

/** A link by mail instead of a password. It never makes an account, and never goes past a second step. */
export function linkByMail(orm: Database, origin: string, sendMail: SendMail) {
  return magicLink({
    disableSignUp: true,
    expiresIn: LINK_MINUTES * 60,
    storeToken: 'hashed',
    sendMagicLink: async ({ email, token, metadata }) => {
      const known = await firstRow<{ hasSecondStep: boolean; language: Language | null }>(
        orm.em.fork(),
        sql`
        select two_factor_enabled as "hasSecondStep", language
        from person left join preferences on person_id = id
        where email = ${email.toLowerCase()} and suspended_at is null and waiting_since is null`,
      );
      if (!known) return;
      const next = typeof metadata?.['next'] === 'string' ? metadata['next'] : '';
      const mail = speaking(known.language ?? 'en', () =>
        known.hasSecondStep ? linkNeedsPasswordMail(origin) : linkMail(origin, token, next),
      );
      // Not waited for: how long the answer takes must not tell who has an account.
      void sendMail(email, mail.subject, mail.text).catch(() => {});
    },
  });
}

/** The language a person chose for the hub; English for whoever chose none. */
export async function languageOf(orm: Database, personId: string): Promise<Language> {
  const row = await firstRow<{ language: Language | null }>(
    orm.em.fork(),
    sql`select language from preferences where person_id = ${personId}`,
  );
  return row?.language ?? 'en';
}
