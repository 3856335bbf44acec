import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, enter, cookieOf, PASSWORD, signUp } from '../../test/caller.ts';
import { as, mutationOf } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { codeOf } from '../../test/totp.ts';
import { rows, sql } from '../platform/sql.ts';
import { moderationAudience } from '../moderation/moderation.live.ts';
import { noteStaffSecondStep } from './acting.ts';

const WHO = '{ needsSecondStep viewer { id role } }';
const WAITING = '{ waitingPeople { edges { node { id } } } }';
const em = async () => (await hub()).orm.em.fork();

beforeAll(async () => noteStaffSecondStep(await em(), true));
afterAll(async () => noteStaffSecondStep(await em(), false));

/** Somebody of the staff at the real door, and a group that waits for the yes of staff. */
async function newStaff() {
  const { meera } = await cast();
  const cookie = await signUp('Nokuthula Vane');
  const { id } = (await ask(WHO, { cookie })).data.viewer as unknown as { id: string };
  await rows(await em(), sql`update person set role = 'STAFF' where id = ${id}`);
  (await hub()).viewers.forget();
  const propose = mutationOf('proposeGroup', 'group { id slug }');
  const { group } = await as(meera).send(propose, { name: 'Burns', purpose: 'To heal.', strandIds: [] });
  return { cookie, id, slug: String(group?.slug) };
}

const seen = async (cookie: string, slug: string) =>
  (await ask('query ($slug: String!) { group(slug: $slug) { id } }', { cookie }, { slug })).errors?.[0]
    ?.extensions.code ?? 'open';
const codeAt = async (query: string, cookie: string) =>
  (await ask(query, { cookie })).errors?.[0]?.extensions.code ?? 'open';
const movesOf = async (id: string) =>
  (await rows(await em(), sql`select 1 from event where stream_id = 'access' and subject_id = ${id}`)).length;
const moderates = async (id: string) =>
  (await moderationAudience.readable(await em(), id, ['moderation'])).length;

test('staff have the rights of a member until they set up a second step, and again once it is off', async () => {
  const { cookie, id, slug } = await newStaff();

  expect((await ask(WHO, { cookie })).data).toMatchObject({
    needsSecondStep: true,
    viewer: { role: 'MEMBER' },
  });
  expect(await codeAt(WAITING, cookie)).toBe('SECOND_STEP_NEEDED');
  expect(await seen(cookie, slug)).toBe('NOT_FOUND');
  expect(await moderates(id)).toBe(0);
  expect(await codeAt('{ account { email } strands { slug } }', cookie)).toBe('open');

  const begun = await enter('/two-factor/enable', { password: PASSWORD }, { cookie });
  const { totpURI } = (await begun.json()) as { totpURI: string };
  expect(await codeAt(WAITING, cookie)).toBe('SECOND_STEP_NEEDED');
  const verified = await enter('/two-factor/verify-totp', { code: codeOf(totpURI) }, { cookie });
  const stepped = cookieOf(verified);

  expect((await ask(WHO, { cookie: stepped })).data).toMatchObject({
    needsSecondStep: false,
    viewer: { role: 'STAFF' },
  });
  expect(await codeAt(WAITING, stepped)).toBe('open');
  expect(await seen(stepped, slug)).toBe('open');
  expect(await moderates(id)).toBe(1);

  const moves = await movesOf(id);
  const off = await enter('/two-factor/disable', { password: PASSWORD }, { cookie: stepped });
  expect(await codeAt(WAITING, cookieOf(off))).toBe('SECOND_STEP_NEEDED');
  // Sockets on other devices are looked at again: the log of rights names the person for the step, and for the session
  // that ends with it.
  await expect.poll(() => movesOf(id)).toBe(moves + 2);
});

test('where it is optional, staff are staff at once', async () => {
  await noteStaffSecondStep(await em(), false);
  const { cookie, slug } = await newStaff();

  expect((await ask(WHO, { cookie })).data).toMatchObject({
    needsSecondStep: false,
    viewer: { role: 'STAFF' },
  });
  expect(await seen(cookie, slug)).toBe('open');
  await noteStaffSecondStep(await em(), true);
});
