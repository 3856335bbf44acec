import { describe, expect, test } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { Discussion, DiscussionKind } from '../discussions/discussion.ts';
import { Reply } from '../discussions/reply.ts';
import { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';
import { Group } from '../strands/group.ts';

const MERGE = mutationOf('mergeGroups', 'group { slug memberCount discussionCount leads { handle } }');
const MERGE_STRANDS = mutationOf(
  'mergeStrands',
  'strand { slug homeGroup { slug memberCount discussionCount } }',
);
const ADD = mutationOf('addStrand', 'strand { id homeGroup { id } }');
const PROPOSE = mutationOf('proposeGroup', 'group { id slug }');
const APPROVE = mutationOf('approveGroup', 'group { id }');
const JOIN = mutationOf('joinGroup', 'group { membershipState }');
const REMOVE = mutationOf('removeMember', 'group { id }');
const REPLY = mutationOf('postReply', 'reply { number }');
const GROUP = `query ($slug: String!) { group(slug: $slug) { id slug membershipState cursor { stream epoch seq } } }`;
const SINCE = `query ($cursor: CursorInput!) { feedSince(cursors: [$cursor]) { __typename
  ... on Reset { reason successor } ... on Batch { events { type subject { __typename } } } ... on AccessChanged { stream } } }`;
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

async function talkIn({ id }: Group, by: Person, title: string): Promise<Discussion> {
  const em = (await hub()).orm.em.fork();
  const group = await em.findOneOrFail(Group, { id });
  const person = await em.findOneOrFail(Person, { id: by.id });
  const discussion = new Discussion(group, person, title, DiscussionKind.DISCUSSION);
  group.discussionCount += 1;
  em.persist([discussion, new Reply(discussion, person, `About ${title}.`)]);
  await em.flush();
  return discussion;
}

/** Meera proposes it, Hana says yes. */
async function oxygen({ meera, hana }: Cast, privacy: string): Promise<{ id: string; slug: string }> {
  const proposed = { name: 'Oxygen', purpose: 'Oxygen for all.', strandIds: [], privacy };
  const { group } = await as(meera).send(PROPOSE, proposed);
  const { id, slug } = group as unknown as { id: string; slug: string };
  await as(hana).send(APPROVE, { groupId: id });
  return { id, slug };
}

describe('merging groups', () => {
  test('brings people, talk and every address along, and sends followers on', async () => {
    const all = await cast();
    const { ada, kofi, meera, pemba, technical } = all;
    const source = await oxygen(all, 'OPEN');
    await as(pemba).send(JOIN, { groupId: source.id });
    const discussion = await talkIn({ id: source.id } as Group, meera, 'Valves');
    const { group: before } = await as(pemba).run(GROUP, { slug: source.slug });

    const answer = await as(ada).send(MERGE, { sourceId: source.id, targetId: technical.id });

    expect(answer.problems).toBeUndefined();
    expect(answer.group).toMatchObject({ slug: technical.slug, memberCount: 4, discussionCount: 1 });
    expect(answer.group?.leads).toEqual(
      expect.arrayContaining([{ handle: kofi.handle }, { handle: meera.handle }]),
    );
    expect(await as(pemba).run(GROUP, { slug: source.slug })).toMatchObject({
      group: { slug: technical.slug, membershipState: 'ACTIVE' },
    });
    expect(await as(null).run(GROUP, { slug: source.slug })).toMatchObject({ group: { id: technical.id } });
    const reply = await as(pemba).send(REPLY, { discussionId: discussion.id, body: 'Still here.' });
    expect(reply.reply).toMatchObject({ number: 2 });

    const { feedSince } = await as(pemba).run(SINCE, { cursor: before?.cursor });
    expect(feedSince?.[0]).toMatchObject({ events: [{ type: 'group.merged' }] });
    const cursor = { ...before?.cursor, seq: Number(before?.cursor?.seq) + 1 };
    const { feedSince: then } = await as(pemba).run(SINCE, { cursor });
    expect(then?.[0]).toEqual({
      __typename: 'Reset',
      reason: 'MERGED',
      successor: `group:${technical.id}`,
    });
  });

  test('tells each stream once, the server of the rights, and the record', async () => {
    const all = await cast();
    const { ada, technical } = all;
    const source = await oxygen(all, 'OPEN');
    await as(ada).send(MERGE, { sourceId: source.id, targetId: technical.id, reason: 'Too quiet alone.' });

    const em = (await hub()).orm.em.fork();
    const told = await rows<{ stream: string; type: string }>(
      em,
      sql`select stream_id as stream, type from event where type = 'group.merged'
        or stream_id = 'access' and subject_id in (${source.id}, ${technical.id}) order by stream_id, seq`,
    );
    expect(told.map(({ stream, type }) => `${stream} ${type}`).toSorted()).toEqual(
      [
        'access rights.changed',
        'access rights.changed',
        'access rights.changed',
        `group:${source.id} group.merged`,
        `group:${technical.id} group.merged`,
      ].toSorted(),
    );
    const deeds = await rows(
      em,
      sql`select target, reason, after ->> 'name' as into from audit_entry where verb = 'mergeGroups'`,
    );
    expect(deeds).toEqual([
      { target: `group:${source.id}`, reason: 'Too quiet alone.', into: technical.name },
    ]);
  });

  test('never shows what was said to few to more people', async () => {
    const { kofi, advisers, technical, whistle } = await cast();

    const { problems } = await as(kofi).send(MERGE, { sourceId: advisers.id, targetId: technical.id });
    expect(problems).toMatchObject([{ code: 'NOT_ALLOWED', field: 'targetId' }]);
    const { group } = await as(kofi).send(MERGE, { sourceId: advisers.id, targetId: whistle.id });
    expect(group).toMatchObject({ slug: whistle.slug, memberCount: 2 });
  });

  test('keeps out who was removed from where it goes on, and shuts the old stream to them', async () => {
    const all = await cast();
    const { ada, kofi, meera, tendo, advisers } = all;
    const source = await oxygen(all, 'PRIVATE');
    const em = (await hub()).orm.em.fork();
    const tell = (person: Person, state: string, groupId: string, role = 'MEMBER') =>
      rows(
        em,
        sql`insert into membership (id, group_id, person_id, state, role)
          values (gen_random_uuid(), ${groupId}, ${person.id}, ${state}, ${role})`,
      );
    await tell(tendo, 'ACTIVE', source.id);
    await tell(tendo, 'REMOVED', advisers.id);
    await tell(kofi, 'ACTIVE', source.id, 'LEAD');
    const { group: before } = await as(tendo).run(GROUP, { slug: source.slug });

    await expect(as(ada).send(MERGE, { sourceId: source.id, targetId: advisers.id })).resolves.toMatchObject({
      problems: [{ code: 'NOT_ALLOWED' }],
    });
    const { group } = await as(kofi).send(MERGE, { sourceId: source.id, targetId: advisers.id });

    expect(group).toMatchObject({
      memberCount: 2,
      leads: expect.arrayContaining([{ handle: kofi.handle }, { handle: meera.handle }]),
    });
    const { feedSince } = await as(tendo).run(SINCE, { cursor: before?.cursor });
    expect(feedSince?.[0]).toMatchObject({ __typename: 'AccessChanged' });
  });

  test('has no door to what one may not know of', async () => {
    const { kofi, meera, advisers, whistle } = await cast();
    await expect(
      as(meera).send(MERGE, { sourceId: advisers.id, targetId: whistle.id }),
    ).rejects.toMatchObject(NOT_FOUND);
    expect(
      (await as(kofi).send(REMOVE, { groupId: advisers.id, personId: meera.id })).problems,
    ).toBeUndefined();
  });
});

describe('merging strands', () => {
  test('takes home group, groups, requests and addresses along', async () => {
    const all = await cast();
    const { ada, hana, meera, tendo, strand, technical } = all;
    const { strand: added } = await as(ada).send(ADD, { name: 'Ethical mobility', purpose: 'Fair ways.' });
    const target = added as unknown as { id: string; homeGroup: { id: string } };
    const { group } = await as(meera).send(PROPOSE, {
      name: 'Oxygen',
      purpose: 'For all.',
      strandIds: [strand.id],
    });
    await as(hana).send(APPROVE, { groupId: (group as unknown as { id: string }).id });
    await talkIn(technical, tendo, 'Compressors');

    const answer = await as(ada).send(MERGE_STRANDS, { sourceId: strand.id, targetId: target.id });

    expect(answer).toMatchObject({
      strand: { slug: 'ethical-mobility', homeGroup: { memberCount: 3, discussionCount: 1 } },
    });
    const found = await as(tendo).run(
      `query ($id: ID!) { strands { slug } strand(slug: "technical-collaboration") { slug }
        group(slug: "technical-collaboration") { homeOf } groups(strandId: $id) { edges { node { slug } } } }`,
      { id: target.id },
    );
    expect(found).toMatchObject({
      strands: [{ slug: 'ethical-mobility' }],
      strand: { slug: 'ethical-mobility' },
      group: { homeOf: 'ethical-mobility' },
      groups: { edges: [{ node: { slug: 'oxygen' } }] },
    });
    const again = await as(ada).send(MERGE_STRANDS, { sourceId: target.id, targetId: target.id });
    expect(again.problems).toMatchObject([{ code: 'SELF' }]);
  });
});
