import { describe, expect, test } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';

const RENAME = mutationOf('renameGroup', 'group { slug name }');
const PRIVACY = mutationOf('changePrivacy', 'group { privacy }');
const STATE = mutationOf('changeGroupState', 'group { state }');
const CONTEXT = mutationOf('editContext', 'group { context { html text version editedBy { handle } } }');
const PROPOSE = mutationOf('proposeGroup', 'group { id slug }');
const APPROVE = mutationOf('approveGroup', 'group { id }');
const ORDER = mutationOf('orderGroups', 'strand { version }');
const ARCHIVE = mutationOf('archiveStrand', 'strand { state }');
const RESTORE = mutationOf('restoreStrand', 'strand { state position homeGroup { state } }');
const GROUP = `query ($slug: String!) { group(slug: $slug) { slug state viewerCan { lead } context { html } leads { handle }
  memberCountries { country count } } }`;
const IN_STRAND = `query ($strandId: ID!, $first: Int!, $after: String) {
  groups(strandId: $strandId, first: $first, after: $after) { edges { node { slug } } pageInfo { endCursor } } }`;
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

describe('changing a group', () => {
  test('renames it, and its old address goes on leading there', async () => {
    const { kofi, advisers, technical } = await cast();
    const to = (groupId: string) =>
      as(kofi).send(RENAME, { groupId, version: 1, name: 'List advisers', purpose: 'Advice.' });

    expect(await to(advisers.id)).toMatchObject({ group: { slug: 'list-advisers' } });
    expect(await as(kofi).run(GROUP, { slug: advisers.slug })).toMatchObject({
      group: { slug: 'list-advisers' },
    });
    expect((await to(technical.id)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  test('makes it more private: the hub hears, and readers are asked for their rights anew', async () => {
    const { kofi, meera, pemba, advisers } = await cast();
    const to = (privacy: string, version: number) =>
      as(kofi).send(PRIVACY, { groupId: advisers.id, version, privacy });

    await to('OPEN', 1);
    await as(kofi).send(mutationOf('startDiscussion', 'discussion { id }'), {
      groupId: advisers.id,
      title: 'Rotas',
      body: 'Which?',
    });
    expect((await to('CONFIDENTIAL', 2)).group).toMatchObject({ privacy: 'CONFIDENTIAL' });
    expect((await to('PRIVATE', 3)).problems).toMatchObject([{ code: 'NOT_ALLOWED', field: 'privacy' }]);

    await expect(as(pemba).run(GROUP, { slug: advisers.slug })).rejects.toMatchObject(NOT_FOUND);
    expect(await as(meera).run(GROUP, { slug: advisers.slug })).toMatchObject({ group: { leads: [{}] } });
    const em = (await hub()).orm.em.fork();
    const told = await rows<{ stream: string }>(
      em,
      sql`select stream_id as stream from event where subject_id = ${advisers.id}`,
    );
    expect(told.map(({ stream }) => stream).toSorted()).toEqual(
      ['access', 'access', advisers.stream, advisers.stream, 'hub', 'hub'].toSorted(),
    );
    const { feedSince } = await as(pemba).run(
      `{ feedSince(cursors: [{ stream: "hub", epoch: 1, seq: 0 }]) { ... on Batch { events { subject { __typename } } } } }`,
    );
    expect(feedSince?.[0]?.events?.[0]).toEqual({ subject: { __typename: 'Gone' } });
  });

  test('lets it rest, archives and restores it, on record', async () => {
    const { kofi, ada, advisers } = await cast();
    const to = (state: string, version: number, by = kofi) =>
      as(by).send(STATE, { groupId: advisers.id, version, state, reason: 'Quiet.' });

    expect(await to('DORMANT', 1)).toMatchObject({ group: { state: 'DORMANT' } });
    expect((await to('ACTIVE', 2, ada)).problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    expect(await to('ARCHIVED', 2)).toMatchObject({ group: { state: 'ARCHIVED' } });
    expect((await to('DORMANT', 3)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(await to('ACTIVE', 3)).toMatchObject({ group: { state: 'ACTIVE' } });
    const em = (await hub()).orm.em.fork();
    expect(await rows(em, sql`select after ->> 'state' as state from audit_entry order by at`)).toEqual([
      { state: 'DORMANT' },
      { state: 'ARCHIVED' },
      { state: 'ACTIVE' },
    ]);
  });

  test('turns a proposal down: only who proposed it still finds it, and nobody leads it', async () => {
    const { meera, hana, pemba } = await cast();
    const { group } = await as(meera).send(PROPOSE, { name: 'Burns', purpose: 'To heal.', strandIds: [] });
    const { id, slug } = group as unknown as { id: string; slug: string };

    const to = (state: string, version: number, by: typeof hana) =>
      as(by).send(STATE, { groupId: id, version, state });

    expect((await to('ARCHIVED', 1, meera)).problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    expect((await to('ARCHIVED', 1, hana)).problems).toBeUndefined();

    expect(await as(meera).run(GROUP, { slug })).toMatchObject({
      group: { state: 'ARCHIVED', viewerCan: { lead: false } },
    });
    for (const other of [pemba, hana])
      await expect(as(other).run(GROUP, { slug })).rejects.toMatchObject(NOT_FOUND);
    expect((await to('ACTIVE', 2, meera)).problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  });
});

describe('what is pinned', () => {
  test('is written by leads, against its newest version, and read by who reads the group', async () => {
    const { kofi, meera, pemba, advisers } = await cast();
    const write = (by: typeof kofi, version: number, text = '**Read** the list first.') =>
      as(by).send(CONTEXT, { groupId: advisers.id, version, text });

    expect(await write(kofi, 0)).toMatchObject({
      group: { context: { html: '<p dir="auto"><strong>Read</strong> the list first.</p>\n', version: 1 } },
    });
    expect((await write(kofi, 0)).problems).toMatchObject([{ code: 'STALE', field: 'text' }]);
    expect((await write(meera, 1)).problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    expect((await write(kofi, 1, 'NHS number 943 476 5919')).problems).toMatchObject([
      { code: 'PATIENT_DATA', field: 'text' },
    ]);
    expect(await as(pemba).run(GROUP, { slug: advisers.slug })).toMatchObject({
      group: { context: null, leads: [], memberCountries: [] },
    });
    expect(await write(kofi, 1, '')).toMatchObject({ group: { context: { html: '', version: 2 } } });
  });
});

describe('the groups of a strand', () => {
  test('stand in the order an admin gives them, on every page', async () => {
    const { ada, hana, meera, strand } = await cast();
    const made = new Map<string, string>();
    for (const name of ['Anaesthesia', 'Burns', 'Cardiology']) {
      const { group } = await as(meera).send(PROPOSE, { name, purpose: 'To learn.', strandIds: [strand.id] });
      const { id, slug } = group as unknown as { id: string; slug: string };
      await as(hana).send(APPROVE, { groupId: id });
      made.set(slug, id);
    }
    const order = (...slugs: string[]) =>
      as(ada).send(ORDER, { strandId: strand.id, groupIds: slugs.map((slug) => made.get(slug)) });
    await order('cardiology');

    const { groups } = await as(meera).run(IN_STRAND, { strandId: strand.id, first: 1 });
    expect(groups).toMatchObject({ edges: [{ node: { slug: 'cardiology' } }] });
    const after = groups?.pageInfo?.endCursor;
    expect(await as(meera).run(IN_STRAND, { strandId: strand.id, first: 20, after })).toMatchObject({
      groups: { edges: [{ node: { slug: 'anaesthesia' } }, { node: { slug: 'burns' } }] },
    });
    expect((await order('burns', 'burns')).problems).toMatchObject([{ code: 'STALE' }]);
  });

  test('are shown with leads and context in as many statements for one as for all', async () => {
    const { hana, meera, kofi, strand } = await cast();
    const query = `query ($id: ID!) { groups(strandId: $id) { edges { node { leads { handle } context { html } } } } }`;
    const asked = () => statementsOf(() => as(kofi).run(query, { id: strand.id }));
    const add = async (name: string) => {
      const input = { name, purpose: 'To learn.', strandIds: [strand.id] };
      const { group } = await as(meera).send(PROPOSE, input);
      await as(hana).send(APPROVE, { groupId: (group as unknown as { id: string }).id });
    };
    await add('Anaesthesia');
    const one = await asked();
    for (const name of ['Burns', 'Cardiology', 'Dermatology']) await add(name);

    expect((await asked()).length).toBe(one.length);
  });
});

test('a strand that was archived comes back after the others', async () => {
  const { ada, strand } = await cast();
  await as(ada).send(ARCHIVE, { strandId: strand.id, reason: 'Nobody came.' });
  expect(await as(null).run('{ strands(archived: true) { slug } }')).toEqual({
    strands: [{ slug: strand.slug }],
  });

  expect(await as(ada).send(RESTORE, { strandId: strand.id })).toMatchObject({
    strand: { state: 'ACTIVE', position: 1, homeGroup: { state: 'ACTIVE' } },
  });
  expect((await as(ada).send(RESTORE, { strandId: strand.id })).problems).toMatchObject([
    { code: 'WRONG_STATE' },
  ]);
});
