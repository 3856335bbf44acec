import { describe, expect, test } from 'vitest';
import { as, type Nested } from '../../test/as.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';
import { START, QUEUE, all, posted, report, settle, queue } from '../../test/reports.ts';

const SINCE = `query ($cursor: CursorInput!) { feedSince(cursors: [$cursor]) { __typename
  ... on Batch { events { type subject { __typename ... on FeedReport { id isSettled version } } } } } }`;

const CURSOR = '{ moderationCursor { stream epoch seq } }';

const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

describe('the reports that wait', () => {
  test('show staff and the lead what was said, why, by whom, and what it answers', async () => {
    const reply = await posted(all.tendo, 'Buy mine.');
    await report(all.meera, reply, 'His own firm.');
    await report(all.pemba, reply);

    for (const by of [all.hana, all.ada, all.kofi]) {
      expect(await queue(by)).toEqual([
        {
          count: 2,
          earlier: 0,
          ruling: null,
          before: { html: '<p dir="auto">Which pump lasts?</p>\n' },
          reports: [
            { reason: 'ADVERTISING', note: 'His own firm.', reportedBy: { handle: 'meera-vallathur' } },
            { reason: 'ADVERTISING', note: '', reportedBy: { handle: 'pemba' } },
          ],
          reply: {
            number: 2,
            html: '<p dir="auto">Buy mine.</p>\n',
            author: { handle: 'tendo-balikuza' },
            discussion: { title: 'Pumps', group: { name: 'Technical collaboration' } },
          },
        },
      ]);
      expect((await as(by).run('{ reportsWaiting }')).reportsWaiting).toBe(1);
    }
    for (const by of [all.meera, all.tendo, all.pemba]) expect(await queue(by)).toEqual([]);
  });

  test('of a private group are known to its lead alone, and nobody sees those of their own words', async () => {
    const words = { groupId: all.advisers.id, title: 'The list', body: 'Two have moved.' };
    const { discussion } = await as(all.meera).send(START, words);
    const hers = String(Object(discussion).replies.edges[0].node.id);
    await report(all.kofi, hers);

    expect(await queue(all.kofi)).toHaveLength(1);
    for (const by of [all.hana, all.ada, all.meera]) {
      expect(await queue(by)).toEqual([]);
      await expect(settle(by, hers, 'KEPT')).rejects.toMatchObject(NOT_FOUND);
    }
    const em = (await hub()).orm.em.fork();
    expect(await rows(em, sql`select 1 from event where stream_id = 'moderation'`)).toEqual([]);

    const his = await posted(all.kofi, 'Buy mine.');
    await report(all.meera, his);
    expect(await queue(all.kofi)).toHaveLength(1);
    await expect(settle(all.kofi, his, 'KEPT')).rejects.toMatchObject(NOT_FOUND);
    expect(await queue(all.hana)).toHaveLength(1);
  });

  test('come a page at a time, the longest waiting first', async () => {
    for (const body of ['One.', 'Two.', 'Three.']) await report(all.meera, await posted(all.tendo, body));
    expect((await queue(all.hana, 'WAITING', 2)).map(({ reply }) => reply?.html)).toEqual([
      '<p dir="auto">One.</p>\n',
      '<p dir="auto">Two.</p>\n',
    ]);
    const { reportedReplies } = await as(all.hana).run(QUEUE, { view: 'WAITING', first: 2 });
    const after = (reportedReplies?.pageInfo as Nested)?.endCursor;
    const rest = await as(all.hana).run(
      'query ($after: String) { reportedReplies(after: $after) { edges { node { reply { html } } } } }',
      { after },
    );
    expect(JSON.stringify(rest)).toContain('Three.');
    expect(JSON.stringify(rest)).not.toContain('Two.');
  });
});

test('twenty reported replies take as many statements as one', async () => {
  const look = () => as(all.hana).run(QUEUE, { view: 'WAITING', first: 20 });
  await report(all.meera, await posted(all.tendo, 'Number 0.'));
  await look();
  const one = await statementsOf(look);
  for (let n = 1; n < 20; n++) await report(all.meera, await posted(all.tendo, `Number ${n}.`));
  expect((await statementsOf(look)).length).toBe(one.length);
  expect(await queue(all.hana)).toHaveLength(20);
});

test('moderators hear of each report as it comes and goes, and others follow nothing', async () => {
  const cursor = (await as(all.hana).run(CURSOR)).moderationCursor;
  const reply = await posted(all.tendo, 'Buy mine.');
  await report(all.meera, reply);
  await settle(all.ada, reply, 'KEPT');

  const { feedSince } = await as(all.hana).run(SINCE, { cursor });
  expect(feedSince).toMatchObject([
    {
      events: [
        { type: 'report.made', subject: { __typename: 'FeedReport', isSettled: true, version: 2 } },
        { type: 'report.settled', subject: { __typename: 'FeedReport', isSettled: true, version: 2 } },
      ],
    },
  ]);
  expect((await as(all.kofi).run(CURSOR)).moderationCursor).toBeNull();
  const { feedSince: refused } = await as(all.kofi).run(SINCE, { cursor });
  expect(Object(refused)[0].__typename).toBe('AccessChanged');
});
