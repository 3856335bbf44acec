import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { asExpert } from '../../test/experts.ts';
import { openRequestOf } from '../../test/requests.ts';
import { listOf, request } from '../../test/responses.ts';
import { MATCHES, posted } from '../../test/blind.ts';

describe('what a blind list says', { timeout: 90_000 }, () => {
  test('a country is told and asked for where the request asks for one; a band always', async () => {
    const all = await cast();
    const id = await posted(all);
    const ask = (args: string) =>
      request(all.hana, id, `matches(${args}) { found countries matches { country band } }`);

    const inIndia = (await ask('country: "IN"')).matches;
    expect(inIndia).toMatchObject({ found: 3, countries: ['IN'] });
    expect((await ask('country: "SL"')).matches?.found).toBe(0);
    const all3 = listOf((await ask('first: 50')).matches?.matches);
    const strong = (await ask('band: STRONG')).matches;
    expect(strong?.found).toBe(all3.filter(({ band }) => String(band) === 'STRONG').length);
  });

  test('an empty list says what each essential would admit if it were dropped', async () => {
    const all = await cast();
    await asExpert(all.meera);
    await asExpert(all.kofi);
    const criteria = [
      { importance: 'ESSENTIAL', kind: 'EXPERTISE', value: 'Oxygen systems', level: 'WORKING' },
      { importance: 'ESSENTIAL', kind: 'LANGUAGE', value: 'fr', level: 'C1' },
    ];
    const { request: open } = await openRequestOf(all, { criteria });

    const { matches } = await request(all.hana, open.id, MATCHES);
    expect(matches?.found).toBe(0);
    expect(matches?.relaxed).toEqual([
      { people: 0, criterion: { value: 'Oxygen systems' } },
      { people: 2, criterion: { value: 'fr' } },
      { people: 0, criterion: null },
    ]);
  });
});
