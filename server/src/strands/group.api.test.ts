import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';

const PROPOSE = `mutation ($input: ProposeGroupInput!) { proposeGroup(input: $input) {
  ... on ProposeGroupPayload { group { id slug state privacy memberCount membershipRole strands { slug } viewerCan { lead approve } } } ${PROBLEMS} } }`;
const APPROVE = `mutation ($input: ApproveGroupInput!) { approveGroup(input: $input) {
  ... on ApproveGroupPayload { group { slug state } } ${PROBLEMS} } }`;
const GROUP = `query ($slug: String!) { group(slug: $slug) { slug state viewerCan { approve } } }`;
const PROPOSED = `{ groups(proposed: true) { edges { node { slug } } } }`;
const JOIN = `mutation ($input: JoinGroupInput!) { joinGroup(input: $input) { ... on JoinGroupPayload { group { id } } ${PROBLEMS} } }`;
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };
const plan = { name: 'Oxygen and safe surgery', purpose: 'Plants that keep running.', strandIds: [] };

async function hubEvents(): Promise<string[]> {
  const em = (await hub()).orm.em.fork();
  const found = await rows<{ type: string }>(
    em,
    sql`select type from event where stream_id = 'hub' and subject_id in (select id::text from "group") order by seq`,
  );
  return found.map(({ type }) => type);
}

describe('proposing a group', () => {
  test('makes one that waits, led by who proposed it and known to them and staff alone', async () => {
    const { tendo, meera, hana, strand } = await cast();

    const { group } = await as(tendo).send(PROPOSE, { ...plan, strandIds: [strand.id] });

    expect(group).toMatchObject({
      slug: 'oxygen-and-safe-surgery',
      state: 'PROPOSED',
      memberCount: 1,
      membershipRole: 'LEAD',
      strands: [{ slug: 'technical-collaboration' }],
      viewerCan: { lead: true, approve: false },
    });
    const slug = { slug: 'oxygen-and-safe-surgery' };
    expect(await as(hana).run(GROUP, slug)).toMatchObject({ group: { viewerCan: { approve: true } } });
    for (const other of [meera, null])
      await expect(as(other).run(GROUP, slug)).rejects.toMatchObject(NOT_FOUND);
    for (const [who, sees] of [
      [tendo, 1],
      [hana, 1],
      [meera, 0],
    ] as const) {
      expect((await as(who).run(PROPOSED)).groups?.edges).toHaveLength(sees);
    }
    expect(await hubEvents()).toEqual([]);
  });

  test('opens once staff say yes, and the hub hears of it', async () => {
    const { tendo, meera, hana } = await cast();
    const { group } = await as(tendo).send(PROPOSE, plan);
    const early = await as(tendo).send(JOIN, { groupId: group?.id });

    const approved = await as(hana).send(APPROVE, { groupId: group?.id });
    const again = await as(hana).send(APPROVE, { groupId: group?.id });

    expect(early.problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(approved.group).toMatchObject({ state: 'ACTIVE' });
    expect(again.problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(await hubEvents()).toEqual(['group.changed']);
    expect(await as(meera).run(GROUP, { slug: group?.slug })).toMatchObject({ group: { state: 'ACTIVE' } });
    const { feedSince } = await as(meera).run(`{ feedSince(cursors: [{ stream: "hub", epoch: 1, seq: 0 }]) {
      ... on Batch { events { subject { ... on FeedGroup { slug state } } } } } }`);
    expect(feedSince?.[0]).toMatchObject({ events: [{ subject: { slug: group?.slug, state: 'ACTIVE' } }] });
    await expect(as(meera).send(APPROVE, { groupId: group?.id })).rejects.toMatchObject(NOT_FOUND);
  });

  test('never shows a confidential one on the hub, nor to staff after the yes', async () => {
    const { tendo, hana } = await cast();

    for (const privacy of ['PRIVATE', 'CONFIDENTIAL']) {
      const { group } = await as(tendo).send(PROPOSE, { ...plan, name: `Quiet ${privacy}`, privacy });
      const { group: seen } = await as(hana).send(APPROVE, { groupId: group?.id });
      expect(seen ?? null).toEqual(privacy === 'PRIVATE' ? { slug: group?.slug, state: 'ACTIVE' } : null);
    }

    expect(await hubEvents()).toHaveLength(1);
  });

  test('gives a name that is taken another address, and tells nothing of a confidential one', async () => {
    const { tendo } = await cast();

    const slugs = [];
    for (const privacy of ['CONFIDENTIAL', 'OPEN', 'OPEN']) {
      const { group } = await as(tendo).send(PROPOSE, { ...plan, name: 'Clinics & climate', privacy });
      slugs.push(String(group?.slug));
    }

    expect(slugs[0]).toMatch(/^clinics-climate-\d{7}$/);
    expect(slugs.slice(1)).toEqual(['clinics-climate', 'clinics-climate-2']);
  });

  test('is refused with everything that is wrong', async () => {
    const { tendo, technical } = await cast();

    const refused = await as(tendo).send(PROPOSE, {
      name: ' ',
      purpose: 'x'.repeat(601),
      strandIds: [technical.id],
    });
    const malformed = await as(tendo).send(PROPOSE, { ...plan, strandIds: ['no id'] });

    expect(refused.problems).toMatchObject([
      { code: 'BLANK', field: 'name' },
      { code: 'TOO_LONG', field: 'purpose' },
      { code: 'NOT_VALID', field: 'strandIds' },
    ]);
    expect(malformed.problems).toMatchObject([{ code: 'NOT_VALID', field: 'strandIds' }]);
    await expect(as(null).send(PROPOSE, plan)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});
