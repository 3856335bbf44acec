import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { sayYes } from '../../test/responses.ts';
import type { Person } from '../people/person.ts';
import { sql } from '../platform/sql.ts';
import { box, all, run, choose, talk, answer, toKofi } from '../../test/mails.ts';

const REMOVE = `mutation ($input: RemoveReplyInput!) { removeReply(input: $input) {
  ... on RemoveReplyPayload { reply { id } } ${PROBLEMS} } }`;

const ALL_DONE = `mutation ($input: MarkAllDoneInput!) { markAllDone(input: $input) { ... on MarkAllDonePayload { unreadInbox } } }`;

const speaks = (person: Person, language: string) =>
  run(sql`insert into preferences (person_id, language) values (${person.id}, ${language})`);

describe('a mail', () => {
  test('tells of a reply in its conversation, with one press to stop, and nothing of its text', async () => {
    const id = await talk();
    await answer(id);
    const [mail] = await toKofi();
    expect(mail?.headers).toMatchObject({
      subject: 'Re: Oxygen plants',
      'message-id': `<discussion-${id}-2@hub.example.org>`,
      'in-reply-to': `<discussion-${id}-1@hub.example.org>`,
      references: `<discussion-${id}-1@hub.example.org>`,
      'list-id': '<technical-collaboration.hub.example.org>',
      'list-unsubscribe': expect.stringMatching(
        /^<https:\/\/hub\.example\.org\/unsubscribe\/[\w-]{32}\.reply_to_me>$/,
      ),
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'auto-submitted': 'auto-generated',
    });
    expect(mail?.text).toContain('Tendo Balikuza replied to you in “Oxygen plants”.');
    expect(mail?.text).toContain(`https://hub.example.org/discussions/${id}?page=1#reply-2`);
    expect(mail?.html).toContain('<html lang="en" dir="ltr">');
    expect(`${mail?.text}${mail?.html}`).not.toContain('secret');
  });

  test('speaks the language of whoever it goes to, and a name keeps its own direction', async () => {
    const id = await talk('Quels “capteurs” <durent> ?');
    await speaks(all.kofi, 'fr');
    await answer(id);
    const [french] = await toKofi();
    expect(french?.text).toContain('Tendo Balikuza vous a répondu dans « Quels “capteurs” <durent> ? ».');
    expect(french?.html).toContain('&lt;durent&gt;');
    await run(sql`update preferences set language = 'ar'`);
    await answer(id);
    const [arabic] = await toKofi();
    expect(arabic?.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic?.text).toContain(
      'ردّ عليك \u2068Tendo Balikuza\u2069 في «\u2068Quels “capteurs” <durent> ?\u2069».',
    );
  });

  test('is sent once, by however many processes look at the same moment', async () => {
    await answer(await talk());
    await Promise.all([box.deliver(), box.deliver()]);
    expect(box.received.filter(({ to }) => to === all.kofi.email)).toHaveLength(1);
    expect(await toKofi()).toEqual([]);
  });

  test.each([
    [
      'what was removed',
      async () => {
        const reply = await answer(await talk());
        await as(all.tendo).send(REMOVE, { replyId: reply });
      },
    ],
    [
      'what may no longer be seen',
      async () => {
        await answer(await talk());
        await run(sql`update "group" set privacy = 'PRIVATE'`);
        await run(sql`update membership set state = 'LEFT' where person_id = ${all.kofi.id}`);
      },
    ],
    [
      'what was dealt with',
      async () => {
        await answer(await talk());
        await as(all.kofi).send(ALL_DONE, {});
      },
    ],
    [
      'what is muted',
      async () => {
        const id = await talk();
        await answer(id);
        await run(sql`insert into mute (person_id, thing) values (${all.kofi.id}, ${`discussion:${id}`})`);
      },
    ],
    [
      'anything, to whoever is suspended',
      async () => {
        await answer(await talk());
        await run(sql`update person set suspended_at = now() where id = ${all.kofi.id}`);
      },
    ],
    [
      'what nobody wants to hear',
      async () => {
        await choose(all.kofi, 'NEVER');
        await answer(await talk());
      },
    ],
  ])('never tells of %s', async (_, happens) => {
    await happens();
    expect(await toKofi()).toEqual([]);
    expect(await run(sql`select 1 from outgoing_mail where settled_as is null`)).toEqual([]);
  });

  test('tells of an invitation even to whoever saw it, but not once it is answered', async () => {
    const { request } = await openRequestOf(all);
    const asked = {
      requestId: request.id,
      personIds: [all.meera.id, all.kofi.id],
      overrideReason: 'Known to us.',
    };
    await act(all.hana, 'inviteExperts', asked);
    await run(sql`update notification set read_at = now()`);
    await sayYes(all.kofi, request.id);
    const sent = (await box.deliver()).filter(
      ({ headers }) => headers['list-id'] === '<requests.hub.example.org>',
    );
    expect(sent.map(({ to }) => to)).toContain(all.meera.email);
    expect(sent.map(({ to }) => to)).not.toContain(all.kofi.email);
    expect(sent.find(({ to }) => to === all.meera.email)?.text).toContain('Read it and answer');
  });
});
