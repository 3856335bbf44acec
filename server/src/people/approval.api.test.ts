import { beforeEach, describe, expect, test } from 'vitest';
import { as, mutationOf, type Nested } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub, mails } from '../../test/hub.ts';
import { addresseeOf } from '../mail/addressee.ts';
import { buildApp, type App } from '../app.ts';
import { rows, sql } from '../platform/sql.ts';

const act = (name: string) => mutationOf(name, 'person { displayName }');
const [APPROVE, REFUSE] = [act('approvePerson'), act('refusePerson')];
const WAITING = `query ($refused: Boolean!) { peopleWaiting waitingPeople(refused: $refused) { edges { node {
  id displayName email refusedBecause } } } }`;
const INBOX = '{ inbox { edges { node { kind says href } } } }';
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };
const password = 'correct horse battery';

let all: Cast;
let careful: App;
let email: string;
let id: string;
beforeEach(async () => {
  all = await cast();
  const { orm, settings } = await hub();
  careful ??= await buildApp(orm, { ...settings, registration: 'approval' });
  email = `${crypto.randomUUID()}@example.org`;
  const body = { name: 'Nokuthula Vane', email, password };
  const { token, user } = await careful.signIn.api.signUpEmail({ body });
  expect(token).toBeNull();
  id = (await run(sql`select id from person where email = ${user.email}`))[0]?.id ?? '';
});

const run = async (query: ReturnType<typeof sql>) =>
  rows<Record<string, string>>((await hub()).orm.em.fork(), query);
const signIn = () => careful.signIn.api.signInEmail({ body: { email, password } });
const nodes = (list: Nested | undefined) => (list?.edges as unknown as Nested[]).map(({ node }) => node);

describe('an account that waits', () => {
  test('is told so at sign-in, by its own password alone, and has no session', async () => {
    await expect(signIn()).rejects.toMatchObject({
      body: { code: 'WAITING', message: 'Your account waits to be approved. You will hear by mail.' },
    });
    const wrong = careful.signIn.api.signInEmail({ body: { email, password: 'not my password' } });
    await expect(wrong).rejects.toMatchObject({ body: { code: 'INVALID_EMAIL_OR_PASSWORD' } });
    expect(await run(sql`select 1 from session where user_id = ${id}`)).toEqual([]);
    expect(mails.find(({ to }) => to === email)?.subject).toBe('Your account waits to be approved');
  });

  test('is known to staff alone, in their queue, and admins are told of it', async () => {
    await expect
      .poll(async () => nodes((await as(all.ada).run(INBOX)).inbox))
      .toMatchObject([
        { kind: 'ACCOUNT_WAITS', says: 'Nokuthula Vane asks for an account.', href: '/admin/people/waiting' },
      ]);
    const seen = await as(all.hana).run(WAITING, { refused: false });
    expect(seen.peopleWaiting).toBe(1);
    expect(nodes(seen.waitingPeople)).toEqual([
      { id, displayName: 'Nokuthula Vane', email, refusedBecause: null },
    ]);
    for (const person of [all.meera, all.hana]) {
      const { people } = await as(person).run('{ people(search: "Nokuthula") { edges { node { id } } } }');
      expect(nodes(people)).toEqual([]);
    }
    const [{ handle = '' } = {}] = await run(sql`select handle from person where id = ${id}`);
    for (const person of [all.meera, null])
      await expect(
        as(person).run('query ($handle: String!) { person(handle: $handle) { id } }', { handle }),
      ).rejects.toMatchObject(NOT_FOUND);
  });

  test('is let in by staff, once, on record, and hears of it', async () => {
    expect((await as(all.hana).send(APPROVE, { personId: id })).person).toEqual({
      displayName: 'Nokuthula Vane',
    });
    expect((await signIn()).token).not.toBeNull();
    expect(await run(sql`select kind from notification where person_id = ${id}`)).toEqual([
      { kind: 'ACCOUNT_APPROVED' },
    ]);
    expect(await run(sql`select target from audit_entry where verb = 'approvePerson'`)).toEqual([
      { target: `person:${id}` },
    ]);
    expect((await as(all.hana).send(APPROVE, { personId: id })).problems).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
  });

  test('is refused with a reason that its owner reads, and may be let in later', async () => {
    const refuse = (reason: string) => as(all.hana).send(REFUSE, { personId: id, reason });
    expect((await refuse('')).problems).toMatchObject([{ code: 'BLANK', field: 'reason' }]);
    await refuse('We could not tell who you are.');
    expect((await refuse('Again.')).problems).toMatchObject([{ code: 'ALREADY_DONE' }]);

    await expect(signIn()).rejects.toMatchObject({
      body: { code: 'REFUSED', message: 'We could not tell who you are.' },
    });
    const em = (await hub()).orm.em.fork();
    const [mail] = await run(sql`select notification_id as id from outgoing_mail where person_id = ${id}`);
    expect(await addresseeOf(em, id)).toBeNull();
    expect(await addresseeOf(em, id, mail?.id)).toMatchObject({ email });
    expect(nodes((await as(all.ada).run(WAITING, { refused: true })).waitingPeople)).toMatchObject([
      { refusedBecause: 'We could not tell who you are.' },
    ]);
    expect((await as(all.ada).run(WAITING, { refused: false })).peopleWaiting).toBe(0);

    await as(all.ada).send(APPROVE, { personId: id });
    expect((await signIn()).token).not.toBeNull();
  });

  test('does not exist for those who are not staff', async () => {
    for (const mutation of [APPROVE, REFUSE])
      await expect(
        as(all.kofi).send(mutation, { personId: id, ...(mutation === REFUSE && { reason: 'No.' }) }),
      ).rejects.toMatchObject(NOT_FOUND);
  });
});
