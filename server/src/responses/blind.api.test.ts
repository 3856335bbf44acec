import { describe, expect, test } from 'vitest';
import { as, type Nested } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act } from '../../test/requests.ts';
import { codesOf, listOf, moved, nodesOf, request, sayYes } from '../../test/responses.ts';
import { rows, sql } from '../platform/sql.ts';
import { MATCHES, posted } from '../../test/blind.ts';

const RESPONSES = `responses(first: 50) { edges { node { id state alias text person { displayName } invitation { message
  person { displayName } reasons { says } } } } }`;

/** Every text anywhere in an answer. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

function reveal(person: Cast['hana'], requestId: string): Promise<Nested> {
  return act(person, 'revealMatches', { requestId });
}

describe('the first pass is blind', { timeout: 90_000 }, () => {
  test('no name, handle, workplace or country is anywhere in what staff are told', async () => {
    const all = await cast();
    const criteria = [
      { importance: 'ESSENTIAL', kind: 'EXPERTISE', value: 'Oxygen systems', level: 'WORKING' },
    ];
    const id = await posted(all, { criteria });
    await sayYes(all.meera, id);
    const keys = listOf((await request(all.hana, id, MATCHES)).matches?.matches).map(({ key }) => key);
    await act(all.hana, 'inviteExperts', { requestId: id, matchKeys: [keys[1]], message: 'Dear Kofi' });

    const seen = await request(
      all.hana,
      id,
      `${MATCHES} ${RESPONSES} comparedMatches(keys: ${JSON.stringify(keys.slice(0, 3))}) { alias reasons { says }
        gaps { says } expert { displayName } }`,
    );
    expect(listOf(seen.matches?.matches)).toHaveLength(3);
    const told = textsIn(seen).join('\n').toLowerCase();
    const telling = [all.meera, all.kofi, all.tendo].flatMap(({ displayName, handle, id: person }) => [
      ...displayName.toLowerCase().split(' '),
      handle,
      person,
    ]);
    for (const word of [...telling, 'institute', 'sierra leone', 'india', 'dear'])
      expect(told).not.toContain(word);
    expect(seen.matches).toMatchObject({ isBlind: true, countries: [] });
    expect(nodesOf(seen.responses).every(({ person, alias }) => person === null && alias)).toBe(true);
  });

  test('an alias stays the same, means nothing to anybody else, and can be invited and compared', async () => {
    const all = await cast();
    const id = await posted(all);
    const em = (await hub()).orm.em.fork();
    await rows(
      em,
      sql`insert into programme_staff (programme_id, person_id) select programme_id, ${all.joss.id} from request where id = ${id}`,
    );
    const keysOf = async (person: Cast['hana']) =>
      listOf((await request(person, id, MATCHES)).matches?.matches).map(({ key, alias }) => ({ key, alias }));
    const hers = await keysOf(all.hana);
    const his = await keysOf(all.joss);

    expect(await keysOf(all.hana)).toEqual(hers);
    expect(new Set(hers.map(({ alias }) => alias)).size).toBe(3);
    for (const { alias } of hers) expect(String(alias)).toMatch(/^[A-Z][1-9]\d*$/);
    expect(his.map(({ key }) => key)).not.toEqual(expect.arrayContaining([hers[0]?.key]));
    const { comparedMatches } = await request(
      all.hana,
      id,
      `comparedMatches(keys: ["${hers[1]?.key}", "${his[0]?.key}", "nonsense"]) { alias key }`,
    );
    expect(comparedMatches).toEqual([{ alias: hers[1]?.alias, key: hers[1]?.key }]);
    const three = hers.map(({ key }) => `"${key}"`).join(', ');
    await expect(
      request(all.hana, id, `comparedMatches(keys: [${three}, "and one"]) { key }`),
    ).rejects.toThrow('at most 3');
  });

  test('whoever is invited by an alias hears of it, and is refused by it the second time', async () => {
    const all = await cast();
    const id = await posted(all);
    const [first] = listOf((await request(all.hana, id, MATCHES)).matches?.matches);
    const invite = () => act(all.hana, 'inviteExperts', { requestId: id, matchKeys: [first?.key] });
    expect((await invite()).problems).toBeUndefined();

    const again = await invite();
    expect(codesOf(again)).toEqual(['personIds ALREADY_DONE']);
    expect(String(listOf(again.problems)[0]?.message)).toContain(`Expert ${first?.alias} was invited`);
    const { matches } = await request(all.hana, id, MATCHES);
    expect(listOf(matches?.matches)[0]).toMatchObject({ response: { state: 'INVITED', person: null } });
    expect(matches?.nudges).toEqual(['TOO_FEW']);
    const strange = { requestId: id, matchKeys: ['A'.repeat(22), 'nonsense'] };
    expect(codesOf(await act(all.hana, 'inviteExperts', strange))).toEqual(['personIds NOT_VALID']);
  });

  test('names are revealed to whoever asks, to them alone, and it is kept', async () => {
    const all = await cast();
    const id = await posted(all);
    const em = (await hub()).orm.em.fork();
    await rows(
      em,
      sql`insert into programme_staff (programme_id, person_id) select programme_id, ${all.joss.id} from request where id = ${id}`,
    );
    const before = await request(all.hana, id, `whyNotHere(personId: "${all.meera.id}") ${MATCHES}`);
    expect(listOf(before.whyNotHere)).toEqual([
      'Is among the matches. Which one stays hidden until you reveal the names.',
    ]);

    expect((await reveal(all.hana, id)).problems).toBeUndefined();
    const after = await request(all.hana, id, `whyNotHere(personId: "${all.meera.id}") ${MATCHES}`);
    expect(after.matches?.isBlind).toBe(false);
    expect(listOf(after.matches?.matches).map(({ alias, key }) => `${alias} ${key}`)).toEqual(
      listOf(before.matches?.matches).map(({ alias, key }) => `${alias} ${key}`),
    );
    expect(listOf(after.matches?.matches)[0]?.expert).toMatchObject({ displayName: 'Meera Vallathur' });
    expect(after.matches?.countries).toEqual(['IN']);
    expect((await request(all.joss, id, MATCHES)).matches?.isBlind).toBe(true);
    await reveal(all.hana, id);
    const kept = await rows(em, sql`select person_id from reveal where request_id = ${id}`);
    expect(kept).toEqual([{ person_id: all.hana.id }]);
    const audited = await rows(
      em,
      sql`select actor_id, verb, target from audit_entry where verb = 'revealMatches'`,
    );
    expect(audited).toEqual([{ actor_id: all.hana.id, verb: 'revealMatches', target: `request:${id}` }]);
    expect(codesOf(await reveal(all.kofi, id))).toEqual(['NOT_ALLOWED']);
  });

  test('once responses are closed the first pass is over', async () => {
    const all = await cast();
    const id = await posted(all);
    await sayYes(all.meera, id);
    await moved(all.hana, 'closeResponses', id);

    const seen = await request(all.hana, id, `${MATCHES} ${RESPONSES}`);
    expect(seen.matches?.isBlind).toBe(false);
    expect(nodesOf(seen.responses)[0]).toMatchObject({
      alias: null,
      person: { displayName: 'Meera Vallathur' },
    });
    const mine = await as(all.meera).run(
      '{ myResponses { edges { node { person { displayName } alias } } } }',
    );
    expect(nodesOf(mine.myResponses)[0]).toEqual({ person: { displayName: 'Meera Vallathur' }, alias: null });
  });

  test('costs as many statements for three as for one', async () => {
    const all = await cast();
    const id = await posted(all);
    const look = (first: number) => () =>
      request(all.hana, id, `${MATCHES.replace('50', String(first))} ${RESPONSES}`);
    await look(3)();
    await sayYes(all.meera, id);
    const one = await statementsOf(look(1));
    await sayYes(all.kofi, id);

    expect((await statementsOf(look(3))).length).toBe(one.length);
  });
});
