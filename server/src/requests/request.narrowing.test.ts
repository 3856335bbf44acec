import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { oxygenExperts } from '../../test/experts.ts';
import { statementsOf } from '../../test/hub.ts';
import { act, dayFromNow, openRequest, programmes, wordsOf } from '../../test/requests.ts';
import { nodesOf } from '../../test/responses.ts';

const BY =
  '$expertise: String, $country: String, $language: String, $mode: Mode, $mostHours: Float, $strandId: ID';
const NARROWED =
  'expertise: $expertise, country: $country, language: $language, mode: $mode, mostHours: $mostHours, strandId: $strandId';
const LIST = `query ($sort: RequestSort, ${BY}) {
  requests(filter: OPEN, sort: $sort, ${NARROWED}) { edges { node { title } } }
  requestCounts(${NARROWED}) { open past mine forMe } }`;

type Who = Parameters<typeof as>[0];
async function found(who: Who, by: Record<string, unknown> = {}) {
  const data = await as(who).run(LIST, by);
  const titles = nodesOf(data.requests).map(({ title }) => String(title));
  expect(data.requestCounts?.open).toBe(titles.length);
  return titles;
}

/** Oxygen in Sierra Leone, six hours, remote; midwives in Malawi, forty on site, in French, for verified people alone. */
async function two(all: Cast) {
  const three = await programmes(all);
  await openRequest(all.hana, three.health, { title: 'Oxygen' });
  await openRequest(all.hana, three.health, {
    title: 'Midwives',
    sensitivity: 'VERIFIED',
    effortHours: 40,
    mode: 'IN_PERSON',
    country: 'MW',
    closesOn: dayFromNow(30),
    strandIds: [all.strand.id],
    criteria: [
      { importance: 'ESSENTIAL', kind: 'EXPERTISE', value: 'Midwifery 100%' },
      { importance: 'DESIRABLE', kind: 'LANGUAGE', value: 'fr-CA:reading', level: 'B2' },
      { importance: 'DESIRABLE', kind: 'COUNTRY', value: 'SL' },
    ],
  });
  return three;
}

describe('a list of requests, narrowed down', { timeout: 90_000 }, () => {
  test('keeps what fits, and counts the same', async () => {
    const all = await cast();
    await two(all);

    expect(await found(all.meera)).toEqual(['Oxygen', 'Midwives']);
    expect(await found(all.meera, { sort: 'NEWEST' })).toEqual(['Midwives', 'Oxygen']);
    expect(await found(all.meera, { expertise: ' systems oxygen ' })).toEqual(['Oxygen']);
    expect(await found(all.meera, { expertise: '100%' })).toEqual(['Midwives']);
    expect(await found(all.meera, { expertise: '_' })).toEqual([]);
    expect(await found(all.meera, { language: 'FR' })).toEqual(['Midwives']);
    expect(await found(all.meera, { language: 'klingon' })).toEqual([]);
    expect(await found(all.meera, { country: 'mw' })).toEqual(['Midwives']);
    expect(await found(all.meera, { country: 'SL' })).toEqual(['Oxygen', 'Midwives']);
    expect(await found(all.meera, { mode: 'IN_PERSON' })).toEqual(['Midwives']);
    expect(await found(all.meera, { mostHours: 8 })).toEqual(['Oxygen']);
    expect(await found(all.meera, { mostHours: 8, strandId: all.strand.id })).toEqual([]);
  });

  test('finds nothing by what the viewer may not read', async () => {
    const all = await cast();
    await two(all);

    for (const by of [
      { expertise: 'midwifery' },
      { language: 'fr' },
      { country: 'MW' },
      { mode: 'IN_PERSON' },
      { strandId: all.strand.id },
    ]) {
      expect(await found(all.tendo, by), JSON.stringify(by)).toEqual([]);
      expect(await found(null, by), JSON.stringify(by)).toEqual([]);
    }
    expect(await found(all.tendo, { mostHours: 100 })).toEqual(['Oxygen']);
    expect(await found(null, { country: 'SL', mode: 'REMOTE' })).toEqual(['Oxygen']);
  });

  test('says how many there are in every list', async () => {
    const all = await cast();
    await oxygenExperts(all);
    const { health } = await two(all);
    const past = await openRequest(all.hana, health, { title: 'Past' });
    await act(all.hana, 'closeResponses', { requestId: past.id, version: past.version });
    await act(all.hana, 'draftRequest', wordsOf(health));
    const counts = async (who: Who) =>
      (await as(who).run('{ requestCounts { open past mine forMe } }')).requestCounts;

    expect(await counts(all.meera)).toEqual({ open: 2, past: 1, mine: 0, forMe: 1 });
    expect(await counts(all.hana)).toEqual({ open: 2, past: 1, mine: 4, forMe: 0 });
    expect(await counts(null)).toEqual({ open: 1, past: 1, mine: 0, forMe: 0 });
  });

  test('works out once what fits a person, however often a page asks', async () => {
    const all = await cast();
    await oxygenExperts(all);
    await two(all);
    const list = 'requests(filter: FOR_ME) { edges { node { title } } }';
    const once = await statementsOf(() => as(all.meera).run(`{ ${list} }`));
    const both = await statementsOf(() => as(all.meera).run(`{ ${list} requestCounts { open forMe } }`));

    expect(both.length - once.length).toBe(2);
  });
});
