import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { listOf, nodesOf, sayYes } from '../../test/responses.ts';
import { rows, sql } from '../platform/sql.ts';
import { TAB, all, start, answerTo, tab, counts } from '../../test/inboxes.ts';

describe('the inbox by thing', () => {
  test('holds a discussion once, however much was said in it', async () => {
    const id = await start('What do you do?');
    for (const by of [all.tendo, all.meera]) await answerTo(by, id, 1);

    expect(await tab(all.kofi, 'UPDATES')).toMatchObject([
      {
        id: `discussion:${id}`,
        kind: 'DISCUSSION',
        title: 'Oxygen plants',
        count: 2,
        unread: 2,
        needsReply: false,
      },
    ]);
    const [thing] = await tab(all.kofi, 'UPDATES');
    expect(listOf(thing?.latest).map(({ says }) => says)).toEqual([
      'Meera Vallathur replied to you in “Oxygen plants”.',
      'Tendo Balikuza replied to you in “Oxygen plants”.',
    ]);
    expect(thing?.href).toBe(`/discussions/${id}?page=1#reply-3`);
    expect(await counts(all.kofi)).toEqual({ needsReply: 0, updates: 1, snoozed: 0, muted: 0 });
    expect((await as(all.kofi).run('{ unreadInbox }')).unreadInbox).toBe(1);
  });

  test('says that a mention needs a reply until there is one', async () => {
    const id = await start('What do you do, @meera-vallathur?');
    expect(await tab(all.meera, 'NEEDS_REPLY')).toMatchObject([{ id: `discussion:${id}`, needsReply: true }]);
    await answerTo(all.meera, id, 1);
    expect(await tab(all.meera, 'NEEDS_REPLY')).toEqual([]);
    expect(await tab(all.meera, 'UPDATES')).toHaveLength(1);
  });

  test('says that an invitation needs a reply, and by when, until it was answered', async () => {
    const { request } = await openRequestOf(all);
    const asked = { requestId: request.id, personIds: [all.meera.id], overrideReason: 'Known to us.' };
    await act(all.hana, 'inviteExperts', asked);
    expect(await tab(all.meera, 'NEEDS_REPLY')).toMatchObject([
      {
        id: `request:${request.id}`,
        kind: 'REQUEST',
        title: 'Keep two oxygen plants running',
        closesAt: expect.any(String),
      },
    ]);
    expect(await counts(all.meera)).toMatchObject({ needsReply: 1, updates: 0 });
    await sayYes(all.meera, request.id);
    expect(await counts(all.meera)).toMatchObject({ needsReply: 0, updates: 1 });
  });

  test('names nothing that is no longer to be seen', async () => {
    const id = await start('Hello @meera-vallathur');
    const em = (await hub()).orm.em.fork();
    await rows(em, sql`update "group" set privacy = 'PRIVATE' where id = ${all.technical.id}`);
    await rows(em, sql`update membership set state = 'LEFT' where person_id = ${all.meera.id}`);
    expect(await tab(all.meera, 'UPDATES')).toMatchObject([
      {
        id: `discussion:${id}`,
        title: null,
        href: '/inbox',
        latest: [{ says: 'This is no longer available to you.' }],
      },
    ]);
  });

  test('is read in pages without a gap, in as many statements for many as for one', async () => {
    const look = () => as(all.meera).run(TAB, { tab: 'NEEDS_REPLY', first: 3 });
    const ids = [await start('One, @meera-vallathur')];
    await look();
    const one = await statementsOf(look);
    for (let n = 2; n <= 7; n++) ids.push(await start(`${n}, @meera-vallathur`, `Number ${n}`));
    expect((await statementsOf(look)).length).toBe(one.length);

    const found: string[] = [];
    for (let after: unknown = null; after !== undefined;) {
      const { inboxThings } = await as(all.meera).run(TAB, { tab: 'NEEDS_REPLY', first: 3, after });
      found.push(...nodesOf(inboxThings).map((node) => String(node.id)));
      after = inboxThings?.pageInfo?.hasNextPage ? listOf(inboxThings.edges).at(-1)?.cursor : undefined;
    }
    expect(found).toEqual(ids.toReversed().map((id) => `discussion:${id}`));
  });
});
