import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { hub } from '../../test/hub.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { codesOf } from '../../test/responses.ts';
import type { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';
import { all, start, answerTo, tab, counts } from '../../test/inboxes.ts';

const TRIAGE = `mutation ($input: TriageInboxInput!) { triageInbox(input: $input) {
  ... on TriageInboxPayload { unreadInbox counts { needsReply updates snoozed muted } } ${PROBLEMS} } }`;

const ALL_DONE = `mutation ($input: MarkAllDoneInput!) { markAllDone(input: $input) {
  ... on MarkAllDonePayload { unreadInbox } ${PROBLEMS} } }`;

const triage = (person: Person, things: unknown[], deed: string, until?: string) =>
  as(person).send(TRIAGE, { things, act: deed, until });

const inADay = () => new Date(Date.now() + 86_400_000).toISOString();

describe('triage', () => {
  test('done is done until there is news', async () => {
    const id = await start('What do you do?');
    await answerTo(all.tendo, id, 1);
    expect(await triage(all.kofi, [`discussion:${id}`], 'DONE')).toMatchObject({
      unreadInbox: 0,
      counts: { updates: 0 },
    });
    expect(await tab(all.kofi, 'DONE')).toMatchObject([{ id: `discussion:${id}`, count: 1 }]);
    await answerTo(all.meera, id, 1);
    expect(await tab(all.kofi, 'UPDATES')).toMatchObject([{ count: 1, unread: 1 }]);
    expect(await tab(all.kofi, 'DONE')).toEqual([]);
    await triage(all.kofi, [`discussion:${id}`], 'DONE');
    expect(await triage(all.kofi, [`discussion:${id}`], 'BACK')).toMatchObject({ counts: { updates: 1 } });
  });

  test('a snoozed thing is out of sight until its time, and then it is new', async () => {
    const id = `discussion:${await start('Hello @meera-vallathur')}`;
    expect(await triage(all.meera, [id], 'SNOOZE', inADay())).toMatchObject({
      unreadInbox: 0,
      counts: { needsReply: 0, snoozed: 1 },
    });
    expect(await tab(all.meera, 'SNOOZED')).toMatchObject([{ id, snoozedUntil: expect.any(String) }]);
    const em = (await hub()).orm.em.fork();
    await rows(
      em,
      sql`update notification set snoozed_until = now() - interval '1 second' where person_id = ${all.meera.id}`,
    );
    expect(await tab(all.meera, 'NEEDS_REPLY')).toMatchObject([{ id, unread: 1 }]);
    expect(codesOf(await triage(all.meera, [id], 'SNOOZE'))).toEqual(['until BLANK']);
    expect(codesOf(await triage(all.meera, [id], 'SNOOZE', '2020-01-01T00:00:00Z'))).toEqual([
      'until IN_THE_PAST',
    ]);
    expect(codesOf(await triage(all.meera, [id], 'SNOOZE', '2099-01-01T00:00:00Z'))).toEqual([
      'until OUT_OF_RANGE',
    ]);
    expect(codesOf(await triage(all.meera, [], 'DONE'))).toEqual(['things BLANK']);
  });

  test('a muted thing says nothing more, though being asked for work does', async () => {
    const discussion = await start('What do you do?');
    await answerTo(all.tendo, discussion, 1);
    const { request } = await openRequestOf(all);
    await triage(all.kofi, [`discussion:${discussion}`, `request:${request.id}`], 'MUTE');
    await answerTo(all.meera, discussion, 1);
    const asked = { requestId: request.id, personIds: [all.kofi.id], overrideReason: 'Known to us.' };
    await act(all.hana, 'inviteExperts', asked);

    expect(await counts(all.kofi)).toEqual({ needsReply: 1, updates: 0, snoozed: 0, muted: 1 });
    expect(await tab(all.kofi, 'MUTED')).toMatchObject([{ id: `discussion:${discussion}`, count: 2 }]);
    expect((await as(all.kofi).run('{ unreadInbox }')).unreadInbox).toBe(1);
    await triage(all.kofi, [`discussion:${discussion}`], 'UNMUTE');
    expect(await counts(all.kofi)).toMatchObject({ updates: 1, muted: 0 });
  });

  test('what was seen is not new, and still there', async () => {
    const id = `discussion:${await start('Hello @meera-vallathur')}`;
    expect(await triage(all.meera, [id], 'READ')).toMatchObject({
      unreadInbox: 0,
      counts: { needsReply: 1 },
    });
    expect(await tab(all.meera, 'NEEDS_REPLY')).toMatchObject([{ id, unread: 0, count: 1 }]);
  });

  test('reaches nobody else’s inbox', async () => {
    const id = `discussion:${await start('Hello @meera-vallathur')}`;
    for (const deed of ['DONE', 'MUTE', 'BACK']) await triage(all.tendo, [id, 'discussion:x', 'x'], deed);
    expect(await tab(all.meera, 'NEEDS_REPLY')).toHaveLength(1);
    expect(await tab(all.tendo, 'MUTED')).toEqual([]);
  });

  test('is done with a whole tab and no other', async () => {
    await start('Hello @meera-vallathur');
    const other = await start('Another', 'Pumps', all.meera);
    await answerTo(all.kofi, other, 1);
    await as(all.meera).send(ALL_DONE, { tab: 'UPDATES' });
    expect(await counts(all.meera)).toMatchObject({ needsReply: 1, updates: 0 });
  });
});
