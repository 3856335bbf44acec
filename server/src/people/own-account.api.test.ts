import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask, cookieOf, enter, follow, PASSWORD, signUp } from '../../test/caller.ts';
import { cast } from '../../test/cast.ts';

const ACCOUNT = '{ account { email hasPassword hasSecondStep sessions { id device isThisOne lastSeenAt } } }';
const END = `mutation ($input: EndSessionInput!) { endSession(input: $input) {
  ... on EndSessionPayload { sessionId } } }`;
const END_OTHERS = `mutation ($input: EndOtherSessionsInput!) { endOtherSessions(input: $input) {
  ... on EndOtherSessionsPayload { ended } } }`;

interface Session {
  id: string;
  device: string | null;
  isThisOne: boolean;
}

async function signIn(email: string, userAgent: string): Promise<string> {
  return cookieOf(await enter('/sign-in/email', { email, password: PASSWORD }, { 'user-agent': userAgent }));
}

async function sessionsOf(cookie: string): Promise<Session[]> {
  const { data } = await ask(ACCOUNT, { cookie });
  return data.account?.sessions as unknown as Session[];
}

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605.1.15 Version/18.0 Safari/604.1';

async function onTwoDevices() {
  await cast();
  const email = `${randomUUID()}@example.org`;
  await signUp('Nokuthula Vane', email);
  const desk = await signIn(email, FIREFOX);
  const phone = await signIn(email, PHONE);
  return { email, desk, phone };
}

describe('where one is signed in', () => {
  test('lists every device, this one first, and tells visitors nothing', async () => {
    const { email, desk } = await onTwoDevices();

    const { data } = await ask(ACCOUNT, { cookie: desk });
    expect(data.account).toMatchObject({ email, hasPassword: true, hasSecondStep: false });
    const sessions = await sessionsOf(desk);
    expect(sessions.map(({ device, isThisOne }) => [device, isThisOne])).toEqual([
      ['Firefox on Windows', true],
      ['Safari on iPhone', false],
      [null, false],
    ]);
    expect((await ask(ACCOUNT)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('ends one of one’s own, whose open pages close at once', async () => {
    const { desk, phone } = await onTwoDevices();
    const open = follow(phone, { stream: 'hub', epoch: 1, seq: 0 });
    await open.next('CaughtUp');
    const gone = open.next('Heads').catch((failure: { code?: number }) => failure.code);
    const [, phoneSession] = await sessionsOf(desk);

    const input = { clientMutationId: randomUUID(), sessionId: phoneSession?.id };
    await ask(END, { cookie: desk }, { input });

    expect(await gone).toBe(4401);
    expect((await ask('{ viewer { id } }', { cookie: phone })).data.viewer).toBeNull();
    expect((await ask('{ viewer { id } }', { cookie: desk })).data.viewer).not.toBeNull();
    expect(await sessionsOf(desk)).toHaveLength(2);
  });

  test('has no door to a session of somebody else', async () => {
    const { desk } = await onTwoDevices();
    const other = await signUp('Pemba Twin');
    const [theirs] = await sessionsOf(other);

    const input = { clientMutationId: randomUUID(), sessionId: theirs?.id };
    const { errors } = await ask(END, { cookie: desk }, { input });

    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ask('{ viewer { id } }', { cookie: other })).data.viewer).not.toBeNull();
  });

  test('ends all others at once', async () => {
    const { desk, phone } = await onTwoDevices();

    const { data } = await ask(END_OTHERS, { cookie: desk }, { input: { clientMutationId: randomUUID() } });

    expect(data.endOtherSessions).toEqual({ ended: 2 });
    expect(await sessionsOf(desk)).toMatchObject([{ isThisOne: true }]);
    expect((await ask('{ viewer { id } }', { cookie: phone })).data.viewer).toBeNull();
  });
});
