import { describe, expect, test, vi } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { MATCHES, posted } from '../../test/matches.ts';
import { listOf, request } from '../../test/responses.ts';
import { rows, sql } from '../platform/sql.ts';
import { forgetOldLists, takeOutOfLists, type ShownRank } from './match-list-shown.ts';
import { RULES_VERSION } from './rank.ts';

const SET = mutationOf('setMatchingWeights', 'matchingWeights { version }');
const LOAD_ALONE = { topic: 1, preferred: 0, country: 0, contribution: 0, availability: 0, fairLoad: 99 };

interface Row {
  requestId: string;
  byId: string;
  rulesVersion: string;
  weightsVersion: number;
  ranks: ShownRank[];
}

const em = async () => (await hub()).orm.em.fork();
const noted = async () =>
  rows<Row>(
    await em(),
    sql`select request_id as "requestId", by_id as "byId", rules_version as "rulesVersion",
      weights_version as "weightsVersion", ranks from match_list_shown order by at, id`,
  );
/** Nobody waits for a list to be noted, so a test must. */
const untilNoted = (count: number) =>
  vi.waitFor(async () => expect(await noted()).toHaveLength(count), { timeout: 10_000, interval: 20 });

describe('a list of matches that is shown', { timeout: 90_000 }, () => {
  test('is noted once as it is, and anew when it differs', async () => {
    const all = await cast();
    const id = await posted(all);
    const { matches } = await request(all.hana, id, MATCHES);
    await untilNoted(1);

    const [first] = await noted();
    expect(first).toMatchObject({
      requestId: id,
      byId: all.hana.id,
      rulesVersion: RULES_VERSION,
      weightsVersion: 0,
    });
    const shown = listOf(matches?.matches).map(({ rank, score }) => ({
      rank: Number(rank),
      score: Number(score),
    }));
    expect(first?.ranks.map(({ rank, score }) => ({ rank, score }))).toEqual(shown);
    expect(first?.ranks[0]?.person).toBe(all.meera.id);

    await request(all.hana, id, MATCHES);
    await as(all.ada).send(SET, { version: 0, ...LOAD_ALONE, reason: 'Load alone.' });
    await request(all.hana, id, MATCHES);
    await untilNoted(2);
    expect((await noted())[1]).toMatchObject({ byId: all.hana.id, weightsVersion: 1 });
  });

  test('is not noted for those who are shown nothing', async () => {
    const all = await cast();
    const id = await posted(all);
    await request(all.meera, id, MATCHES);
    await request(all.ada, id, MATCHES);
    await request(all.hana, id, MATCHES);
    await untilNoted(1);
    expect((await noted()).map(({ byId }) => byId)).toEqual([all.hana.id]);
  });

  test('is kept for twelve months, and without whoever left', async () => {
    const all = await cast();
    const id = await posted(all);
    await request(all.hana, id, MATCHES);
    await untilNoted(1);

    await takeOutOfLists(await em(), all.meera.id);
    const [left] = await noted();
    expect(left?.ranks.map(({ rank }) => rank)).toEqual([2, 3]);
    expect(left?.ranks.some(({ person }) => person === all.meera.id)).toBe(false);

    await rows(await em(), sql`update match_list_shown set at = now() - interval '11 months'`);
    await forgetOldLists(await em());
    expect(await noted()).toHaveLength(1);
    await rows(await em(), sql`update match_list_shown set at = now() - interval '13 months'`);
    await forgetOldLists(await em());
    expect(await noted()).toEqual([]);
  });

  // Last: what could not be noted in time may be noted when the table is back.
  test('is answered all the same when it cannot be noted', async () => {
    const all = await cast();
    const id = await posted(all);
    await rows(await em(), sql`alter table match_list_shown rename to elsewhere`);
    const { matches } = await request(all.hana, id, MATCHES).finally(async () =>
      rows(await em(), sql`alter table elsewhere rename to match_list_shown`),
    );
    expect(listOf(matches?.matches)).toHaveLength(3);
  });
});
