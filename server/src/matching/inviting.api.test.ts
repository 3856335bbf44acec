import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { asExpert } from '../../test/experts.ts';
import { hub } from '../../test/hub.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { answered, codesOf, listOf, request, sayYes } from '../../test/responses.ts';
import { speaking } from '../platform/say/locale.ts';
import { rows, sql } from '../platform/sql.ts';
import { MATCHES, posted } from '../../test/matches.ts';

describe('inviting', { timeout: 90_000 }, () => {
  test('asks people once, keeps how they stood, and lowers nobody else', async () => {
    const all = await cast();
    const id = await posted(all);
    const invite = (personIds: string[], words = {}) =>
      act(all.hana, 'inviteExperts', { requestId: id, personIds, ...words });

    expect((await invite([all.meera.id, all.kofi.id], { message: 'Can you?' })).problems).toBeUndefined();
    const { matches } = await request(all.hana, id, MATCHES);
    expect(listOf(matches?.matches)[0]).toMatchObject({
      invitation: { invitedBy: { displayName: 'Hana Weatherby' } },
      openInvitations: 1,
    });
    expect(codesOf(await invite([all.meera.id]))).toEqual(['personIds ALREADY_DONE']);
    const STOOD = 'myResponse { invitation { band score reasons { says lang } } }';
    const before = await request(all.kofi, id, STOOD);
    const em = (await hub()).orm.em.fork();
    await rows(em, sql`delete from expertise`);
    expect(await request(all.kofi, id, STOOD)).toEqual(before);
    // They are told as the person is spoken to, and each time anew in the language of whoever reads.
    const inFrench = await speaking('fr', () => request(all.kofi, id, STOOD));
    expect(JSON.stringify(before)).toContain('You offer to advise and review.');
    expect(JSON.stringify(inFrench)).toContain('Vous proposez\u00a0: conseiller et relire.');
    const runs = await rows<{ considered: number; shown: { rank: number }[] }>(
      em,
      sql`select considered, shown from match_run`,
    );
    expect(runs).toMatchObject([{ considered: 3, shown: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] }]);
  });

  test('is refused, each for its reason', async () => {
    const all = await cast();
    const id = await posted(all);
    const invite = (personIds: string[], words = {}) =>
      act(all.hana, 'inviteExperts', { requestId: id, personIds, ...words });

    expect(codesOf(await invite([]))).toEqual(['personIds BLANK']);
    expect(codesOf(await invite(Array.from({ length: 21 }, () => crypto.randomUUID())))).toEqual([
      'personIds TOO_MANY',
    ]);
    expect(codesOf(await invite(['nonsense']))).toEqual(['personIds NOT_VALID']);
    expect(codesOf(await invite([all.hana.id]))).toEqual(['personIds SELF']);
    expect(codesOf(await invite([all.tendo.id]))).toEqual(['personIds NOT_ALLOWED']);
    const stranger = await act(all.joss, 'inviteExperts', { requestId: id, personIds: [all.kofi.id] });
    expect(codesOf(stranger)).toEqual(['NOT_ALLOWED']);
    await sayYes(all.kofi, id);
    expect(codesOf(await invite([all.kofi.id]))).toEqual(['personIds ALREADY_DONE']);
  });

  test('past a gate needs a reason, which is kept; past a declared interest there is no reason', async () => {
    const all = await cast();
    await asExpert(all.meera, { pausedUntil: '2099-01-01' });
    await asExpert(all.kofi);
    const { request: open } = await openRequestOf(all);
    const em = (await hub()).orm.em.fork();
    await rows(
      em,
      sql`insert into exclusion (request_id, person_id, why) values (${open.id}, ${all.kofi.id}, 'shares in the maker.')`,
    );
    const invite = (personId: string, words = {}) =>
      act(all.hana, 'inviteExperts', { requestId: open.id, personIds: [personId], ...words });

    expect(codesOf(await invite(all.meera.id))).toEqual(['overrideReason NOT_VALID']);
    const inFrench = await speaking('fr', () => invite(all.meera.id));
    expect(inFrench.problems?.[0]?.message).toMatch(
      /: En pause jusqu’au 1 janvier 2099\. Dites pourquoi vous l’invitez malgré tout/,
    );
    expect(
      (await invite(all.meera.id, { overrideReason: 'She offered by telephone.' })).problems,
    ).toBeUndefined();
    expect(codesOf(await invite(all.kofi.id, { overrideReason: 'All the same.' }))).toEqual([
      'personIds CONFLICT_OF_INTEREST',
    ]);
    const kept = await rows(em, sql`select override_reason from invitation`);
    expect(kept).toEqual([{ override_reason: 'She offered by telephone.' }]);
    const seen = await answered(all.meera, 'seeInvitation', { requestId: open.id });
    expect(seen).toMatchObject({ state: 'SEEN', invitation: { message: '' } });
  });
});
