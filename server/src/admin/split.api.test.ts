import { describe, expect, test } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';

const SPLIT = mutationOf(
  'splitGroup',
  'group { id slug privacy homeOf memberCount discussionCount strands { slug } leads { handle } }',
);
const START = mutationOf('startDiscussion', 'discussion { id }');
const AUDIT = `query ($who: String, $verb: String, $first: Int!, $after: String, $to: Day) {
  auditEntries(who: $who, verb: $verb, first: $first, after: $after, to: $to) {
    edges { node { verb reason actor { handle } target { kind name path } changes { name before after } } }
    pageInfo { hasNextPage endCursor } } }`;
const CHANGE_ROLE = mutationOf('changeRole', 'person { role }');
const DISCUSSION = `query ($id: ID!) { discussion(id: $id) { group { slug } } }`;
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

const words = { name: 'Oxygen', purpose: 'Oxygen for all.' };

async function started(by: Parameters<typeof as>[0], groupId: string, title: string): Promise<string> {
  const answer = await as(by).send(START, { groupId, title, body: `About ${title}.` });
  return String(answer.discussion?.id);
}

describe('splitting a group', () => {
  test('takes chosen talk and people into a new one in the same strand, which its lead leads', async () => {
    const { kofi, meera, tendo, technical, strand } = await cast();
    const valves = await started(tendo, technical.id, 'Valves');
    const rotas = await started(tendo, technical.id, 'Rotas');

    const chosen = { discussionIds: [valves], personIds: [meera.id] };
    const { group, problems } = await as(kofi).send(SPLIT, { groupId: technical.id, ...words, ...chosen });

    expect(problems).toBeUndefined();
    expect(group).toMatchObject({
      slug: 'oxygen',
      privacy: 'OPEN',
      memberCount: 2,
      discussionCount: 1,
      strands: [{ slug: strand.slug }],
      leads: [{ handle: kofi.handle }],
    });
    expect(await as(tendo).run(DISCUSSION, { id: valves })).toMatchObject({
      discussion: { group: { slug: 'oxygen' } },
    });
    expect(await as(tendo).run(DISCUSSION, { id: rotas })).toMatchObject({
      discussion: { group: { slug: technical.slug } },
    });
    const em = (await hub()).orm.em.fork();
    const told = await rows<{ type: string }>(
      em,
      sql`select type from event where stream_id = ${technical.stream} order by seq desc limit 2`,
    );
    expect(told.map(({ type }) => type)).toEqual(['group.changed', 'discussion.moved']);
  });

  test('makes a strand for an admin', async () => {
    const { ada, tendo, technical } = await cast();
    const valves = await started(tendo, technical.id, 'Valves');

    const chosen = { discussionIds: [valves], personIds: [], asStrand: true };
    const { group } = await as(ada).send(SPLIT, { groupId: technical.id, ...words, ...chosen });

    expect(group).toMatchObject({ homeOf: 'oxygen', discussionCount: 1, strands: [] });
    expect(await as(null).run('{ strands { slug position } }')).toMatchObject({
      strands: [
        { slug: technical.slug, position: 1 },
        { slug: 'oxygen', position: 2 },
      ],
    });
  });

  test('takes only what is there, from a group one leads', async () => {
    const { kofi, meera, pemba, advisers, technical, tendo } = await cast();
    const valves = await started(tendo, technical.id, 'Valves');
    const chosen = { discussionIds: [valves], personIds: [pemba.id] };

    const strange = await as(kofi).send(SPLIT, { groupId: advisers.id, ...words, ...chosen });
    expect(strange.problems).toMatchObject([{ field: 'discussionIds' }, { field: 'personIds' }]);
    const wide = await as(kofi).send(SPLIT, {
      groupId: advisers.id,
      ...words,
      privacy: 'RESTRICTED',
      discussionIds: [],
      personIds: [meera.id],
    });
    expect(wide.problems).toMatchObject([{ code: 'NOT_ALLOWED', field: 'privacy' }]);
    const member = await as(meera).send(SPLIT, { groupId: technical.id, ...words, ...chosen });
    expect(member.problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  });
});

describe('the record', () => {
  test('is read by admins, newest first, page by page, by whom and what', async () => {
    const { ada, hana, tendo, meera } = await cast();
    await as(ada).send(CHANGE_ROLE, { personId: tendo.id, role: 'STAFF', reason: 'Joins the team.' });
    await as(ada).send(CHANGE_ROLE, { personId: meera.id, role: 'ADMIN' });

    const { auditEntries } = await as(ada).run(AUDIT, { first: 1 });
    expect(auditEntries).toMatchObject({
      edges: [{ node: { target: { name: meera.displayName, path: `/people/${meera.handle}` } } }],
      pageInfo: { hasNextPage: true },
    });
    const after = auditEntries?.pageInfo?.endCursor;
    const { auditEntries: next } = await as(ada).run(AUDIT, { first: 1, after });
    expect(next).toMatchObject({
      edges: [
        {
          node: {
            verb: 'changeRole',
            reason: 'Joins the team.',
            actor: { handle: ada.handle },
            changes: [{ name: 'role', before: 'MEMBER', after: 'STAFF' }],
          },
        },
      ],
    });
    const count = async (sought: object) =>
      (await as(ada).run(AUDIT, { first: 20, ...sought })).auditEntries?.edges?.length;
    expect(await count({ who: 'tendo' })).toBe(1);
    expect(await count({ who: '100%_\0' })).toBe(0);
    expect(await count({ who: ada.handle, verb: 'changeRole' })).toBe(2);
    expect(await count({ verb: 'mergeGroups' })).toBe(0);
    expect(await count({ to: '2020-01-01' })).toBe(0);
    await expect(as(hana).run(AUDIT, { first: 20 })).rejects.toMatchObject(NOT_FOUND);
  });

  test('does not name to an admin what only its members may know of', async () => {
    const { ada, kofi, whistle } = await cast();
    await as(kofi).send(mutationOf('renameGroup', 'group { slug }'), {
      groupId: whistle.id,
      version: 1,
      name: 'Whistle blowers',
      purpose: 'Known to few.',
    });

    const { auditEntries } = await as(ada).run(AUDIT, { first: 20, verb: 'renameGroup' });
    expect(auditEntries).toMatchObject({
      edges: [{ node: { target: { kind: 'group', name: null, path: null }, changes: [], reason: null } }],
    });
  });
});
