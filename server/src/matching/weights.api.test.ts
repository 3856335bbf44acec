import { describe, expect, test } from 'vitest';
import { as, mutationOf, type Nested } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { posted } from '../../test/matches.ts';
import { act } from '../../test/requests.ts';
import { listOf, request } from '../../test/responses.ts';
import { rows, sql } from '../platform/sql.ts';
import { RULES_VERSION } from './rank.ts';

const SET = mutationOf('setMatchingWeights', 'matchingWeights { version shares { name percent } }');
const AS_THEY_CAME = { topic: 50, preferred: 20, country: 8, contribution: 10, availability: 6, fairLoad: 6 };
const LOAD_ALONE = { topic: 1, preferred: 0, country: 0, contribution: 0, availability: 0, fairLoad: 99 };
const reason = 'Whoever was asked least shall come first.';
const SEEN = `matches(first: 50) { rulesVersion indexVersion weightsVersion
  matches { score expert { handle } components { name weight value contribution } } }`;
const HISTORY =
  '{ matchingWeights { version history { version reason by { handle } shares { name percent } } } }';

const read = async <Row>(statement: Parameters<typeof rows<Row>>[1]) =>
  rows<Row>((await hub()).orm.em.fork(), statement);
const handles = (list: Nested | undefined) => listOf(list?.matches).map(({ expert }) => expert?.handle);
const valueIn = (match: Nested, part: string) =>
  Number(listOf(match.components).find(({ name }) => String(name) === part)?.value);

describe('the weights of matching', { timeout: 90_000 }, () => {
  test('put people in the order that the arithmetic says, and each list says what it was made with', async () => {
    const all = await cast();
    const id = await posted(all);
    await act(all.hana, 'revealMatches', { requestId: id });
    await act(all.hana, 'inviteExperts', { requestId: id, personIds: [all.meera.id] });
    const before = (await request(all.hana, id, SEEN)).matches;
    expect(before).toMatchObject({ rulesVersion: RULES_VERSION, weightsVersion: 0 });
    expect(handles(before)[0]).toBe(all.meera.handle);

    const { version } =
      (await as(all.ada).send(SET, { version: 0, ...LOAD_ALONE, reason })).matchingWeights ?? {};
    expect(version).toBe(1);

    const after = (await request(all.hana, id, SEEN)).matches;
    expect(after).toMatchObject({ weightsVersion: 1 });
    expect(handles(after).at(-1)).toBe(all.meera.handle);
    const matches = listOf(after?.matches);
    for (const match of matches) {
      const sum = listOf(match.components).reduce(
        (total, { contribution }) => total + Number(contribution),
        0,
      );
      expect(Math.abs(sum - Number(match.score))).toBeLessThan(1e-9);
      const reckoned = 0.01 * valueIn(match, 'TOPIC') + 0.99 * valueIn(match, 'FAIR_LOAD');
      expect(Math.abs(reckoned - Number(match.score))).toBeLessThan(1e-9);
    }
    const scores = matches.map(({ score }) => Number(score));
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));

    await act(all.hana, 'inviteExperts', { requestId: id, personIds: [all.kofi.id] });
    const [run] = await read<{ weights: object }>(
      sql`select weights from match_run order by at desc limit 1`,
    );
    expect(run?.weights).toMatchObject({ TOPIC: 0.01, FAIR_LOAD: 0.99 });
  });

  test('stay on record, with who set them and why', async () => {
    const { ada } = await cast();
    await as(ada).send(SET, { version: 0, ...LOAD_ALONE, reason });
    await as(ada).send(SET, { version: 1, ...AS_THEY_CAME, reason: 'It was better before.' });

    const { matchingWeights } = await as(ada).run(HISTORY);
    expect(matchingWeights).toMatchObject({
      version: 2,
      history: [
        { version: 2, reason: 'It was better before.', by: { handle: ada.handle } },
        { version: 1, reason, shares: expect.arrayContaining([{ name: 'FAIR_LOAD', percent: 99 }]) },
      ],
    });
    const deeds = await read(
      sql`select target, before, after, reason from audit_entry where verb = 'setMatchingWeights' order by at`,
    );
    expect(deeds).toMatchObject([
      { target: 'weights:1', reason, before: { TOPIC: 50 }, after: { TOPIC: 1, FAIR_LOAD: 99 } },
      { target: 'weights:2', before: { TOPIC: 1 }, after: { TOPIC: 50 } },
    ]);
    await expect(read(sql`update matching_weights set reason = ''`)).rejects.toThrow('only added to');
    await expect(read(sql`delete from matching_weights`)).rejects.toThrow('only added to');
  });

  test('are set by admins alone, and each box says what is wrong with it', async () => {
    const { ada, hana, meera } = await cast();
    for (const person of [hana, meera])
      await expect(as(person).send(SET, { version: 0, ...AS_THEY_CAME, reason })).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      });

    const wrong = { ...AS_THEY_CAME, topic: 0, country: 101, availability: -1 };
    expect(await as(ada).send(SET, { version: 0, ...wrong, reason: ' ' })).toMatchObject({
      problems: [
        { code: 'OUT_OF_RANGE', field: 'topic', message: 'Write a whole number from 1 to 100.' },
        { code: 'OUT_OF_RANGE', field: 'country' },
        { code: 'OUT_OF_RANGE', field: 'availability' },
        { code: 'BLANK', field: 'reason' },
      ],
    });
    expect(await as(ada).send(SET, { version: 0, ...AS_THEY_CAME, topic: 47, reason })).toMatchObject({
      problems: [{ code: 'NOT_VALID', field: 'topic', message: expect.stringContaining('97') }],
    });
    expect(await read(sql`select 1 from matching_weights`)).toEqual([]);
  });

  test('are not set from an older version', async () => {
    const { ada } = await cast();
    await as(ada).send(SET, { version: 0, ...LOAD_ALONE, reason });
    const late = await as(ada).send(SET, { version: 0, ...AS_THEY_CAME, reason });
    expect(late).toMatchObject({ problems: [{ code: 'STALE', field: 'version' }] });

    const { matchingWeights } = await as(ada).run(HISTORY);
    expect(matchingWeights).toMatchObject({ version: 1 });
  });
});
