import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask, cookieOf, enter, PASSWORD, signUp } from '../../test/caller.ts';
import { cast } from '../../test/cast.ts';
import { hub, mails } from '../../test/hub.ts';
import { codeOf } from '../../test/totp.ts';
import { rows, sql } from '../platform/sql.ts';

const WHO = '{ viewer { displayName } }';

async function nokuthula() {
  await cast();
  const email = `${randomUUID()}@example.org`;
  return { email, cookie: await signUp('Nokuthula Vane', email) };
}

/** Turns the second step on and answers with what the app and the paper now hold. */
async function withSecondStep() {
  const { email, cookie } = await nokuthula();
  const begun = await enter('/two-factor/enable', { password: PASSWORD }, { cookie });
  const { totpURI, backupCodes } = (await begun.json()) as { totpURI: string; backupCodes: string[] };
  const verified = await enter('/two-factor/verify-totp', { code: codeOf(totpURI) }, { cookie });
  return { email, totpURI, backupCodes, cookie: cookieOf(verified) };
}

const signIn = (email: string) => enter('/sign-in/email', { email, password: PASSWORD });

describe('the second step', () => {
  test('asks for a code after the password, and lets nobody in without it', async () => {
    const { email, totpURI, cookie } = await withSecondStep();
    expect((await ask('{ account { hasSecondStep } }', { cookie })).data.account).toEqual({
      hasSecondStep: true,
    });

    const first = await signIn(email);
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
    const half = cookieOf(first);
    expect((await ask(WHO, { cookie: half })).data.viewer).toBeNull();

    const wrong = await enter('/two-factor/verify-totp', { code: '000000' }, { cookie: half });
    expect(wrong.status).toBe(401);
    const right = await enter('/two-factor/verify-totp', { code: codeOf(totpURI) }, { cookie: half });
    expect((await ask(WHO, { cookie: cookieOf(right) })).data.viewer).toEqual({
      displayName: 'Nokuthula Vane',
    });
  });

  test('takes each backup code once', async () => {
    const { email, backupCodes } = await withSecondStep();
    expect(backupCodes).toHaveLength(10);
    const [code] = backupCodes;

    const first = cookieOf(await signIn(email));
    expect((await enter('/two-factor/verify-backup-code', { code }, { cookie: first })).status).toBe(200);
    const second = cookieOf(await signIn(email));
    expect((await enter('/two-factor/verify-backup-code', { code }, { cookie: second })).status).toBe(401);
  });

  test('keeps its secret and its codes sealed', async () => {
    const { totpURI, backupCodes } = await withSecondStep();
    const { orm } = await hub();
    const kept = JSON.stringify(await rows(orm.em.fork(), sql`select * from two_factor`));

    for (const secret of [new URL(totpURI).searchParams.get('secret'), ...backupCodes])
      expect(kept).not.toContain(secret);
  });

  test('is taken off with the password alone', async () => {
    const { email, cookie } = await withSecondStep();

    expect((await enter('/two-factor/disable', { password: 'not my password' }, { cookie })).status).toBe(
      400,
    );
    expect((await enter('/two-factor/disable', { password: PASSWORD }, { cookie })).status).toBe(200);
    expect((await ask(WHO, { cookie: cookieOf(await signIn(email)) })).data.viewer).not.toBeNull();
  });
});

describe('a link by mail', () => {
  const askLink = (email: string, metadata = {}) => enter('/sign-in/magic-link', { email, metadata });
  const lastTo = (email: string) => mails.findLast(({ to }) => to === email);
  const tokenIn = (text = '') => /token=([\w-]+)/.exec(text)?.[1] ?? '';
  const open = (token: string) => enter(`/magic-link/verify?token=${token}`, null);

  test('lets its reader in once, and keeps where they were going', async () => {
    const { email } = await nokuthula();

    await askLink(email, { next: '/requests' });
    const { text } = lastTo(email) ?? {};
    expect(text).toContain('&next=%2Frequests');

    const opened = await open(tokenIn(text));
    expect((await ask(WHO, { cookie: cookieOf(opened) })).data.viewer).toEqual({
      displayName: 'Nokuthula Vane',
    });
    expect(cookieOf(await open(tokenIn(text)))).not.toContain('session_token');
  });

  test('answers alike whether the account exists or not, and makes none', async () => {
    const { email } = await nokuthula();
    const stranger = `${randomUUID()}@example.org`;

    const [known, unknown] = [await askLink(email), await askLink(stranger)];

    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
    expect(lastTo(stranger)).toBeUndefined();
  });

  test('does not go past a second step', async () => {
    const { email } = await withSecondStep();

    await askLink(email);

    expect(lastTo(email)?.subject).toBe('Sign in with your password');
    expect(lastTo(email)?.text).not.toContain('token=');
  });

  test('is never in the database as it is in the mail', async () => {
    const { email } = await nokuthula();
    await askLink(email);
    const { orm } = await hub();
    const kept = JSON.stringify(await rows(orm.em.fork(), sql`select * from verification`));

    expect(tokenIn(lastTo(email)?.text)).not.toBe('');
    expect(kept).not.toContain(tokenIn(lastTo(email)?.text));
  });
});
