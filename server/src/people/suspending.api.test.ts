import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';
import { SUSPEND, NOT_FOUND, events } from '../../test/person-asking.ts';

const PERSON = `query ($handle: String!) { person(handle: $handle) { displayName role isVerified
  profile { isSuspended viewerCan { edit verify changeRole suspend } } } }`;

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
