import { describe, expect, test } from 'vitest';
import { as, mutationOf, PROBLEMS } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import type { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';

const act = (name: string) =>
  mutationOf(name, 'group { memberCount members { edges { node { role person { displayName } } } } }');
const LET_IN = act('letIn');
const INVITE = act('inviteMember');
const REMOVE = act('removeMember');
const MAKE_LEAD = act('makeLead');
const JOIN = `mutation ($input: JoinGroupInput!) { joinGroup(input: $input) { ... on JoinGroupPayload { group { membershipState } } ${PROBLEMS} } }`;
const LEAVE = `mutation ($input: LeaveGroupInput!) { leaveGroup(input: $input) { ... on LeaveGroupPayload { group { id } } ${PROBLEMS} } }`;
const GROUP = `query ($slug: String!) { group(slug: $slug) { name membershipState membershipRole viewerCan { join lead } } }`;
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

const of = (group: { id: string }, person: Person) => ({ groupId: group.id, personId: person.id });
const standing = async ({ advisers }: Cast, person: Person) =>
  (await as(person).run(GROUP, { slug: advisers.slug })).group?.membershipState;

async function inbox(person: Person): Promise<string[]> {
  const em = (await hub()).orm.em.fork();
  const found = await rows<{ kind: string }>(
    em,
    sql`select kind from notification where person_id = ${person.id}`,
  );
  return found.map(({ kind }) => kind);
}

describe('letting in', () => {
  test('follows asking; leads are told, then who asked', async () => {
    const all = await cast();
    const { kofi, pemba, advisers } = all;
    const { group: asked } = await as(pemba).send(JOIN, { groupId: advisers.id });

    const { group } = await as(kofi).send(LET_IN, of(advisers, pemba));
    const again = await as(kofi).send(LET_IN, of(advisers, pemba));

    expect(asked).toMatchObject({ membershipState: 'REQUESTED' });
    expect(group).toMatchObject({ memberCount: 3 });
    expect(again.group).toMatchObject({ memberCount: 3 });
    expect(await standing(all, pemba)).toBe('ACTIVE');
    expect([await inbox(kofi), await inbox(pemba)]).toEqual([['ASKED_TO_JOIN'], ['LET_IN']]);
    const em = (await hub()).orm.em.fork();
    const access = await rows<{ stream: string }>(
      em,
      sql`select payload ->> 'stream' as stream from event where stream_id = 'access'`,
    );
    expect(access.at(-1)).toEqual({ stream: `group:${advisers.id}` });
  });

  test('needs asking, and a lead', async () => {
    const { kofi, meera, pemba, tendo, advisers, whistle } = await cast();
    await as(pemba).send(JOIN, { groupId: advisers.id });

    expect((await as(kofi).send(LET_IN, of(advisers, tendo))).problems).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    expect((await as(meera).send(LET_IN, of(advisers, pemba))).problems).toMatchObject([
      { code: 'NOT_ALLOWED' },
    ]);
    await expect(as(meera).send(LET_IN, of(whistle, pemba))).rejects.toMatchObject(NOT_FOUND);
    await expect(as(kofi).send(LET_IN, { groupId: advisers.id, personId: 'no id' })).rejects.toMatchObject(
      NOT_FOUND,
    );
  });
});

describe('inviting', () => {
  test('shows a confidential group to the invited, who then joins without asking', async () => {
    const { kofi, tendo, meera, whistle } = await cast();
    await expect(as(tendo).run(GROUP, { slug: whistle.slug })).rejects.toMatchObject(NOT_FOUND);

    await as(kofi).send(INVITE, of(whistle, tendo));

    expect(await as(tendo).run(GROUP, { slug: whistle.slug })).toMatchObject({
      group: { membershipState: 'INVITED', viewerCan: { join: true } },
    });
    expect((await as(tendo).send(JOIN, { groupId: whistle.id })).group).toMatchObject({
      membershipState: 'ACTIVE',
    });
    await expect(as(meera).run(GROUP, { slug: whistle.slug })).rejects.toMatchObject(NOT_FOUND);
  });

  test('lets in whoever asked, and can be taken back', async () => {
    const all = await cast();
    const { kofi, pemba, tendo, advisers } = all;
    await as(pemba).send(JOIN, { groupId: advisers.id });

    await as(kofi).send(INVITE, of(advisers, pemba));
    await as(kofi).send(INVITE, of(advisers, tendo));
    await as(kofi).send(REMOVE, of(advisers, tendo));

    expect(await standing(all, pemba)).toBe('ACTIVE');
    expect(await standing(all, tendo)).toBe('LEFT');
    expect((await as(tendo).send(JOIN, { groupId: advisers.id })).group).toMatchObject({
      membershipState: 'REQUESTED',
    });
  });
});

describe('removing', () => {
  test('closes the group to the person, who cannot come back unasked', async () => {
    const { kofi, meera, advisers } = await cast();

    const { group } = await as(kofi).send(REMOVE, of(advisers, meera));

    expect(group).toMatchObject({ memberCount: 1 });
    expect((await as(meera).send(JOIN, { groupId: advisers.id })).problems).toMatchObject([
      { code: 'NOT_ALLOWED' },
    ]);
    const stream = `group:${advisers.id}`;
    const { feedSince } = await as(meera).run(
      `query ($stream: String!) { feedSince(cursors: [{ stream: $stream, epoch: 1, seq: 0 }]) { __typename } }`,
      { stream },
    );
    expect(feedSince?.[0]).toEqual({ __typename: 'AccessChanged' });
  });

  test('is not for oneself, for members, or for who is not there', async () => {
    const { kofi, meera, tendo, pemba, advisers } = await cast();
    const code = async (by: Person, whom: Person) =>
      (await as(by).send(REMOVE, of(advisers, whom))).problems?.[0]?.code;

    expect(await code(kofi, kofi)).toBe('SELF');
    expect(await code(meera, kofi)).toBe('NOT_ALLOWED');
    expect(await code(kofi, pemba)).toBe('WRONG_STATE');
    expect(await code(tendo, meera)).toBe('NOT_ALLOWED');
  });
});

describe('leading', () => {
  test('is passed on, and a group keeps at least one lead', async () => {
    const { kofi, meera, pemba, ada, advisers, technical } = await cast();
    const lead = (by: Person, whom: Person, is: boolean) =>
      as(by).send(MAKE_LEAD, { ...of(advisers, whom), lead: is });

    expect((await lead(kofi, kofi, false)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await as(ada).send(REMOVE, of(technical, kofi))).problems).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    // An admin does not lead what only its members read.
    expect((await as(ada).send(REMOVE, of(advisers, kofi))).problems).toMatchObject([
      { code: 'NOT_ALLOWED' },
    ]);
    expect((await lead(kofi, pemba, true)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await lead(meera, meera, true)).problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);

    await lead(kofi, meera, true);
    const { group } = await lead(meera, kofi, false);

    const members = group?.members?.edges as unknown as {
      node: { role: string; person: { displayName: string } };
    }[];
    expect(new Map(members.map(({ node }) => [node.person.displayName, node.role]))).toEqual(
      new Map([
        ['Kofi Merriweather', 'MEMBER'],
        ['Meera Vallathur', 'LEAD'],
      ]),
    );
  });

  test('ends with leaving: whoever comes back is a member', async () => {
    const { kofi, technical } = await cast();

    await as(kofi).send(LEAVE, { groupId: technical.id });
    await as(kofi).send(JOIN, { groupId: technical.id });

    expect(await as(kofi).run(GROUP, { slug: technical.slug })).toMatchObject({
      group: { membershipRole: 'MEMBER', viewerCan: { lead: false } },
    });
  });
});
