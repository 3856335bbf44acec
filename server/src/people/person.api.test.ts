import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';
import { mutation, SUSPEND, NOT_FOUND, events } from '../../test/person-asking.ts';

const VERIFY = mutation('verifyPerson', 'profile { regulator registrationStatus }');

const ROLE = mutation('changeRole', '');

const RENAME = mutation('renamePerson', 'handle');

const ABOUT = `mutation ($input: EditAboutInput!) { editAbout(input: $input) {
  ... on EditAboutPayload { profile { version registrationStatus } } ${PROBLEMS} } }`;

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

describe('the record', () => {
  test('keeps who did what to whom and why, with the deed or not at all', async () => {
    const { tendo, hana, ada } = await cast();
    await as(hana).send(VERIFY, { personId: tendo.id, verified: true });
    await as(ada).send(ROLE, { personId: tendo.id, role: 'STAFF', reason: 'Joins the programme team.' });
    await as(ada).send(ROLE, { personId: ada.id, role: 'MEMBER' });
    await as(ada).send(SUSPEND, { personId: tendo.id, suspended: true });

    const em = (await hub()).orm.em.fork();
    const about = sql`select verb, actor_id as "by", before, after, reason from audit_entry
      where target = ${`person:${tendo.id}`} or target = ${`person:${ada.id}`} order by at`;
    expect(await rows(em, about)).toEqual([
      {
        verb: 'verifyPerson',
        by: hana.id,
        before: { verified: false },
        after: { verified: true },
        reason: null,
      },
      {
        verb: 'changeRole',
        by: ada.id,
        before: { role: 'MEMBER' },
        after: { role: 'STAFF' },
        reason: 'Joins the programme team.',
      },
      {
        verb: 'suspendPerson',
        by: ada.id,
        before: { suspended: false },
        after: { suspended: true },
        reason: null,
      },
    ]);
  });

  test('is only added to', async () => {
    const { tendo, hana } = await cast();
    await as(hana).send(VERIFY, { personId: tendo.id, verified: true });

    const em = (await hub()).orm.em.fork();
    await expect(rows(em, sql`update audit_entry set reason = 'Another.'`)).rejects.toThrow(/only added to/);
    await expect(rows(em, sql`delete from audit_entry`)).rejects.toThrow(/only added to/);
  });
});
