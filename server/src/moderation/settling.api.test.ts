import { describe, expect, test } from 'vitest';
import { as, mutationOf, type Nested } from '../../test/as.ts';
import { hub } from '../../test/hub.ts';
import type { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';
import { all, posted, report, settle, queue } from '../../test/reports.ts';

const REMOVE = mutationOf('removeReply', 'reply { id }');

const INBOX = '{ inbox { edges { node { kind says href actor { handle } } } } }';

async function inbox(of: Person): Promise<Nested[]> {
  const { inbox: list } = await as(of).run(INBOX);
  const all = (list?.edges as unknown as Nested[]).map(({ node }) => node as Nested);
  return all.filter(({ kind }) => String(kind) !== 'FOLLOWED');
}

describe('settling', () => {
  test('removes the reply, tells everybody what concerns them, and stays on record', async () => {
    const reply = await posted(all.tendo, 'Buy mine.');
    await report(all.meera, reply);
    await report(all.pemba, reply);

    expect((await settle(all.hana, reply, 'REMOVED', { reason: '' })).problems).toMatchObject([
      { code: 'BLANK', field: 'reason' },
    ]);
    const answer = await settle(all.hana, reply, 'REMOVED');
    expect(answer.reply).toMatchObject({
      removedAt: expect.anything(),
      ruling: { verdict: 'REMOVED', reason: 'We do not sell here.', by: { handle: 'hana-weatherby' } },
    });

    expect(await queue(all.ada)).toEqual([]);
    expect(await queue(all.ada, 'SETTLED')).toMatchObject([{ count: 2, reply: { html: null } }]);
    for (const by of [all.meera, all.pemba])
      expect(await inbox(by)).toMatchObject([
        {
          kind: 'REPORT_SETTLED',
          says: 'Your report in “Pumps” was looked at. The reply was removed.',
          actor: null,
        },
      ]);
    const told = (await inbox(all.tendo)).find(({ kind }) => String(kind) === 'REPLY_RULED');
    expect(told).toMatchObject({
      says: 'Your reply in “Pumps” was removed. Read why.',
      href: `/replies/${reply}/ruling`,
      actor: null,
    });
    const asked = { id: reply };
    const read = 'query ($id: ID!) { reply(id: $id) { ruling { verdict reason by { handle } } } }';
    expect(await as(all.tendo).run(read, asked)).toEqual({
      reply: { ruling: { verdict: 'REMOVED', reason: 'We do not sell here.', by: null } },
    });
    expect(await as(all.meera).run(read, asked)).toEqual({ reply: { ruling: null } });

    const em = (await hub()).orm.em.fork();
    expect(
      await rows(
        em,
        sql`select actor_id as by, target, reason, after from audit_entry where verb = 'settleReports'`,
      ),
    ).toMatchObject([
      {
        by: all.hana.id,
        target: `group:${all.technical.id}`,
        reason: 'We do not sell here.',
        after: { verdict: 'REMOVED', reply: 2, reports: 2 },
      },
    ]);
  });

  test('keeps a reply without a word to its author, or warns them and remembers it', async () => {
    const [first, second] = [await posted(all.tendo, 'Mine is good.'), await posted(all.tendo, 'Buy mine.')];
    for (const reply of [first, second]) await report(all.meera, reply);
    await settle(all.kofi, first, 'KEPT', { reason: '' });
    await settle(all.kofi, second, 'WARNED');

    expect((await inbox(all.tendo)).filter(({ kind }) => String(kind) === 'REPLY_RULED')).toMatchObject([
      { says: 'Those who look after “Pumps” ask you to mind something in your reply. Read what.' },
    ]);
    const read = 'query ($id: ID!) { reply(id: $id) { html ruling { verdict } } }';
    expect(await as(all.tendo).run(read, { id: first })).toMatchObject({ reply: { ruling: null } });
    expect(await as(all.tendo).run(read, { id: second })).toMatchObject({
      reply: { html: '<p dir="auto">Buy mine.</p>\n', ruling: { verdict: 'WARNED' } },
    });
    expect((await inbox(all.meera)).map(({ says }) => says)).toEqual(
      expect.arrayContaining([
        'Your report in “Pumps” was looked at. The reply stays as it is.',
        'Your report in “Pumps” was looked at. The reply stays, and its author was told what to mind.',
      ]),
    );
    const third = await posted(all.tendo, 'Buy mine now.');
    await report(all.meera, third);
    expect(await queue(all.hana)).toMatchObject([{ earlier: 1 }]);
  });

  test('is done once, by whoever has seen every report', async () => {
    const reply = await posted(all.tendo, 'Buy mine.');
    await report(all.meera, reply);
    await report(all.pemba, reply);
    expect((await settle(all.hana, reply, 'KEPT', { seen: 1 })).problems).toMatchObject([{ code: 'STALE' }]);
    await settle(all.hana, reply, 'KEPT', { seen: 2 });
    expect((await settle(all.ada, reply, 'KEPT')).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  test('happens too when its author or a lead removes the reply', async () => {
    const reply = await posted(all.tendo, 'Buy mine.');
    await report(all.meera, reply);
    await as(all.tendo).send(REMOVE, { replyId: reply });
    expect(await queue(all.hana)).toEqual([]);
    expect(await inbox(all.meera)).toMatchObject([{ kind: 'REPORT_SETTLED' }]);
    // Taking one's own words back is no ruling against anybody.
    await report(all.meera, await posted(all.tendo, 'Sorry about that.'));
    expect(await queue(all.hana)).toMatchObject([{ earlier: 0 }]);
  });
});
