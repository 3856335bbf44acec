import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { act, openRequestOf, wordsOf } from '../../test/requests.ts';
import type { Person } from '../people/person.ts';
import { search, titles, start, reply } from '../../test/searching.ts';

describe('what may not be seen', () => {
  test('is neither found nor counted, and gone the moment it goes', async () => {
    const all = await cast();
    const id = await start(all, 'Nothing here', 'Pangolin list.', all.advisers);
    const open = await start(all, 'Open', 'Hello.');
    const { reply: posted } = await reply(all.meera, open, 'A pangolin again.');
    const counts = async (who: Person | null) => (await search(who, 'pangolin')).counts['DISCUSSION'];

    expect([await counts(all.meera), await counts(all.tendo), await counts(null)]).toEqual([2, 1, 0]);
    await as(all.meera).send(
      `mutation ($input: RemoveReplyInput!) { removeReply(input: $input) { ${PROBLEMS} } }`,
      { replyId: posted?.id },
    );
    await as(all.meera).send(
      `mutation ($input: LeaveGroupInput!) { leaveGroup(input: $input) { ${PROBLEMS} } }`,
      {
        groupId: all.advisers.id,
      },
    );
    expect([await counts(all.meera), await counts(all.tendo), await counts(all.kofi)]).toEqual([0, 0, 1]);
    expect((await search(all.kofi, 'pangolin')).hits[0]?.href).toBe(`/discussions/${id}`);
  });

  test('is no suggestion either', async () => {
    const all = await cast();
    await start(all, 'Whistleblowing', 'Quietly.', all.advisers);

    expect((await search(all.tendo, 'whistelblowing')).suggestion).toBeNull();
    expect((await search(all.kofi, 'whistelblowing')).suggestion).toBe('whistleblowing');
  });

  test('of a profile is each part as its owner chose', async () => {
    const all = await cast();
    const about = `mutation ($input: EditAboutInput!) { editAbout(input: $input) { ${PROBLEMS} } }`;
    const visibility = `mutation ($input: EditVisibilityInput!) { editVisibility(input: $input) { ${PROBLEMS} } }`;
    await as(all.meera).send(about, {
      version: 0,
      headline: 'Simulation lead',
      profession: 'Anaesthetist',
      organisation: 'Harbour hospital',
      country: 'KE',
      place: 'Mombasa',
    });
    await as(all.meera).send(visibility, {
      version: 1,
      fields: [
        { field: 'HEADLINE', visibility: 'PUBLIC' },
        { field: 'ORGANISATION', visibility: 'STAFF' },
        { field: 'COUNTRY', visibility: 'HIDDEN' },
      ],
    });
    const found = async (who: Person | null, text: string) =>
      titles(await search(who, text, { kind: 'PERSON' }));

    expect(await found(null, 'simulation')).toEqual(['Meera Vallathur']);
    expect(await found(null, 'anaesthetist')).toEqual([]);
    expect(await found(all.tendo, 'anesthetist')).toEqual(['Meera Vallathur']);
    expect(await found(all.tendo, 'harbour')).toEqual([]);
    expect(await found(all.hana, 'harbour')).toEqual(['Meera Vallathur']);
    expect(await found(all.hana, 'country:kenya')).toEqual([]);
    expect(await found(all.meera, 'country:Kenya')).toEqual(['Meera Vallathur']);
    expect(await found(all.tendo, 'meera valathur')).toEqual(['Meera Vallathur']);
  });

  test('of a request is what is behind its title, and a draft as a whole', async () => {
    const all = await cast();
    const { health } = await openRequestOf(all, { strandIds: [all.strand.id], sensitivity: 'VERIFIED' });
    const found = async (who: Person | null, text: string) => (await search(who, text)).counts['REQUEST'];
    const asEach = (text: string) =>
      Promise.all([all.hana, all.meera, all.tendo, null].map((who) => found(who, text)));

    expect(await asEach('oxygen plants')).toEqual([1, 1, 1, 0]);
    expect(await asEach('rainy')).toEqual([1, 1, 0, 0]);
    expect(await asEach('checklist')).toEqual([1, 1, 0, 0]);
    expect(await asEach('oxygen country:SL')).toEqual([1, 1, 0, 0]);
    expect(await asEach('oxygen strand:technical')).toEqual([1, 1, 0, 0]);
    await act(all.hana, 'draftRequest', wordsOf(health, { title: 'Zebra crossing' }));
    expect(await asEach('zebra')).toEqual([1, 0, 0, 0]);
  });

  test('of a group is all of a confidential one', async () => {
    const all = await cast();

    expect((await search(all.kofi, 'whistle')).hits).toMatchObject([
      { kind: 'GROUP', href: '/groups/whistle' },
    ]);
    expect((await search(all.meera, 'whistle')).counts).toMatchObject({ GROUP: 0 });
    expect((await search(null, 'technical')).hits).toMatchObject([
      { href: '/strands/technical-collaboration' },
    ]);
  });
});
