import { expect, test } from 'vitest';
import { topMatches, waitsForMe } from './top-matches.ts';

test('an invitation comes first, then the best match, then the first to close; what was answered comes last', () => {
  const requests = [
    {
      id: 'answered',
      closesAt: '2026-12-01',
      myResponse: { state: 'SUBMITTED' },
      myMatch: { band: 'STRONG' },
    },
    { id: 'possible', closesAt: '2026-12-02', myResponse: null, myMatch: { band: 'POSSIBLE' } },
    { id: 'later', closesAt: '2026-12-09', myResponse: null, myMatch: { band: 'STRONG' } },
    { id: 'sooner', closesAt: '2026-12-03', myResponse: null, myMatch: { band: 'STRONG' } },
    { id: 'invited', closesAt: '2026-12-20', myResponse: { state: 'INVITED' }, myMatch: { band: 'GOOD' } },
  ] as const;
  expect(topMatches(requests).map(({ id }) => id)).toEqual(['invited', 'sooner', 'later']);
  expect(topMatches(requests.slice(0, 2)).map(({ id }) => id)).toEqual(['possible', 'answered']);
  expect(waitsForMe({ myResponse: { state: 'DECLINED' } })).toBe(false);
});
