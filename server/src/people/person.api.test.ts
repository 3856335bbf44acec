import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';

const mutation = (name: string, fields: string) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    ... on ${type}Payload { person { id displayName role isVerified ${fields} } } ${PROBLEMS} } }`;
};
const VERIFY = mutation('verifyPerson', 'profile { regulator registrationStatus }');
const ROLE = mutation('changeRole', '');
const SUSPEND = mutation('suspendPerson', 'profile { isSuspended }');
const RENAME = mutation('renamePerson', 'handle');
const ABOUT = `mutation ($input: EditAboutInput!) { editAbout(input: $input) {
  ... on EditAboutPayload { profile { version registrationStatus } } ${PROBLEMS} } }`;
const PERSON = `query ($handle: String!) { person(handle: $handle) { displayName role isVerified
  profile { isSuspended viewerCan { edit verify changeRole suspend } } } }`;
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

async function events(stream: string): Promise<{ type: string; subjectId: string }[]> {
  const { orm } = await hub();
  return rows(
    orm.em.fork(),
    sql`select type, subject_id as "subjectId" from event
      where stream_id = ${stream} and subject_id in (select id::text from person) order by seq`,
  );
}

describe('verifying', () => {
  test('is for staff, marks the person and the registration, and is heard', async () => {
    const { tendo, hana } = await cast();
    await as(tendo).send(ABOUT, { version: 0, regulator: 'Nursing Council' });

    const { person } = await as(hana).send(VERIFY, { personId: tendo.id, verified: true });

    expect(person).toMatchObject({
      isVerified: true,
      profile: { regulator: 'Nursing Council', registrationStatus: 'VERIFIED' },
    });
    expect(await events('hub')).toEqual([{ type: 'person.changed', subjectId: tendo.id }]);
    expect(await events('access')).toEqual([{ type: 'rights.changed', subjectId: tendo.id }]);
  });

  test('falls back to what the person says when they name another body', async () => {
    const { tendo, hana } = await cast();
    await as(tendo).send(ABOUT, { version: 0, regulator: 'Nursing Council' });
    await as(hana).send(VERIFY, { personId: tendo.id, verified: true });

    const kept = await as(tendo).send(ABOUT, { version: 2, headline: 'Nurse educator' });
    const other = await as(tendo).send(ABOUT, { version: 3, regulator: 'GMC' });

    expect(kept.profile).toMatchObject({ registrationStatus: 'VERIFIED' });
    expect(other.profile).toMatchObject({ registrationStatus: 'SELF_DECLARED' });
  });

  test('has no door for members, and never oneself behind it', async () => {
    const { tendo, meera, hana } = await cast();

    await expect(as(tendo).send(VERIFY, { personId: meera.id, verified: true })).rejects.toMatchObject(
      NOT_FOUND,
    );
    const self = await as(hana).send(VERIFY, { personId: hana.id, verified: true });
    expect(self.problems).toMatchObject([{ code: 'SELF' }]);
  });
});

describe('changing roles', () => {
  test('is for admins, never their own, and is heard', async () => {
    const { pemba, hana, ada } = await cast();

    const { person } = await as(ada).send(ROLE, { personId: pemba.id, role: 'STAFF' });

    expect(person).toMatchObject({ displayName: 'Pemba', role: 'STAFF' });
    expect(await events('access')).toEqual([{ type: 'rights.changed', subjectId: pemba.id }]);
    const own = await as(ada).send(ROLE, { personId: ada.id, role: 'MEMBER' });
    expect(own.problems).toMatchObject([{ code: 'SELF' }]);
    await expect(as(hana).send(ROLE, { personId: pemba.id, role: 'ADMIN' })).rejects.toMatchObject(NOT_FOUND);
  });

  test('is refused to an admin who was one a moment ago', async () => {
    const { hana, ada, pemba } = await cast();
    const before = Object.assign(Object.create(hana), { role: 'ADMIN' });

    const late = await as(before).send(ROLE, { personId: pemba.id, role: 'ADMIN' });

    expect(late.problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    await expect(as(ada).send(ROLE, { personId: randomUUID(), role: 'ADMIN' })).rejects.toMatchObject(
      NOT_FOUND,
    );
    await expect(as(ada).send(ROLE, { personId: 'no id', role: 'ADMIN' })).rejects.toMatchObject(NOT_FOUND);
  });
});

describe('suspending', () => {
  test('ends the sessions, hides the person from all but staff, and can be taken back', async () => {
    const { tendo, meera, hana, ada } = await cast();
    const em = (await hub()).orm.em.fork();
    const session = (userId: string) => sql`insert into session (id, user_id, token, expires_at)
      values (${randomUUID()}, ${userId}, ${randomUUID()}, now() + interval '1 day')`;
    await rows(em, session(tendo.id));
    await rows(em, session(meera.id));

    const { person } = await as(ada).send(SUSPEND, { personId: tendo.id, suspended: true });

    expect(person).toMatchObject({ profile: { isSuspended: true } });
    expect(await rows(em, sql`select user_id from session`)).toEqual([{ user_id: meera.id }]);
    expect(await events('access')).toHaveLength(1);
    await expect(as(meera).run(PERSON, { handle: tendo.handle })).rejects.toMatchObject(NOT_FOUND);
    expect(await as(hana).run(PERSON, { handle: tendo.handle })).toMatchObject({
      person: { profile: { isSuspended: true, viewerCan: { verify: true, suspend: false } } },
    });
    const { feedSince } = await as(tendo).run(
      `query ($own: String!) { feedSince(cursors: [{ stream: "hub", epoch: 1, seq: 0 }, { stream: $own, epoch: 1, seq: 0 }]) { __typename } }`,
      { own: `person:${tendo.id}` },
    );
    expect(feedSince).toMatchObject([{ __typename: 'AccessChanged' }, { __typename: 'AccessChanged' }, {}]);
    await as(ada).send(SUSPEND, { personId: tendo.id, suspended: false });
    expect(await as(meera).run(PERSON, { handle: tendo.handle })).toMatchObject({
      person: { displayName: 'Tendo Balikuza', profile: { isSuspended: null } },
    });
  });

  test('is for admins, and never oneself', async () => {
    const { tendo, hana, ada } = await cast();

    await expect(as(hana).send(SUSPEND, { personId: tendo.id, suspended: true })).rejects.toMatchObject(
      NOT_FOUND,
    );
    const own = await as(ada).send(SUSPEND, { personId: ada.id, suspended: true });
    expect(own.problems).toMatchObject([{ code: 'SELF' }]);
  });
});

describe('renaming oneself', () => {
  test('takes any script and one word, keeps the address, and is heard', async () => {
    const { tendo, meera } = await cast();

    const { person } = await as(tendo).send(RENAME, { displayName: 'تيندو' });

    expect(person).toMatchObject({ displayName: 'تيندو', handle: 'tendo-balikuza' });
    expect(await events('hub')).toEqual([{ type: 'person.changed', subjectId: tendo.id }]);
    const { feedSince } = await as(meera).run(
      `{ feedSince(cursors: [{ stream: "hub", epoch: 1, seq: 0 }]) { ... on Batch { events { subject { ... on FeedPerson { displayName } } } } } }`,
    );
    expect(feedSince?.[0]).toMatchObject({ events: [{ subject: { displayName: 'تيندو' } }] });
  });

  test('refuses blank, long and mixed names', async () => {
    const { tendo } = await cast();
    const refusal = async (displayName: string) =>
      (await as(tendo).send(RENAME, { displayName })).problems?.[0];

    expect(await refusal(' ')).toMatchObject({ code: 'BLANK', field: 'displayName' });
    expect(await refusal('x'.repeat(81))).toMatchObject({ code: 'TOO_LONG', field: 'displayName' });
    expect(await refusal('Каte')).toMatchObject({ code: 'NOT_ALLOWED_CHARACTERS', field: 'displayName' });
  });
});
