import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expert, TODAY } from '../matching.cast.ts';
import { asks, people } from '../matching.given.ts';
import { rankingWith } from '../rank.ts';
import type { ExpertFacts, RequestFacts } from '../shapes.ts';
import { Community, type Member } from './community.ts';
import { itemsOf } from './items.ts';
import { pack } from './packed.ts';
import { versionFrom } from './version.ts';

const memberOf = (facts: ExpertFacts): Member => ({
  ...{ id: facts.id, version: 1, facts },
  terms: pack(itemsOf(facts)),
});
const said = 'quilting looms zither falconry sonnets marquetry'.split(' ');
/** People who say nothing that any request of these tests asks for, under ids before, among and after the others. */
const unrelated = fc
  .array(fc.tuple(fc.constantFrom('a', 'p05x', 'zz'), fc.constantFrom(...said), fc.nat(30)), {
    maxLength: 40,
  })
  .map((all) =>
    all.map(([id, word, times], at) =>
      expert({ id: `${id}${at}`, about: `${word} `.repeat(times), specialties: [word, `${word} ${at}`] }),
    ),
  );

/** Everything that is told of these people, sentences and all. */
function toldOf(ask: RequestFacts, those: readonly ExpertFacts[], community: Community) {
  const { experts, index } = community.now();
  const { standings, explain } = rankingWith(ask, experts, { today: TODAY, index });
  const ids = new Set(those.map(({ id }) => id));
  return standings.filter(({ expertId }) => ids.has(expertId)).map(explain);
}

function stays(ask: RequestFacts, all: ExpertFacts[], others: ExpertFacts[], crowd: Member[] = []): void {
  const members = [...all.map(memberOf), ...crowd];
  const community = new Community();
  community.apply(members, []);
  community.teach(versionFrom('1', members, []));
  const before = toldOf(ask, all, community);
  community.apply(others.map(memberOf), []);
  expect(toldOf(ask, all, community)).toEqual(before);
  community.apply(
    [],
    others.map(({ id }) => id),
  );
  expect(toldOf(ask, all, community)).toEqual(before);
}

test('whoever comes or goes without a word of the request changes nothing for anybody, to the bit', () => {
  fc.assert(
    fc.property(asks, people, unrelated, (ask, all, others) => stays(ask, all, others)),
    { numRuns: 150 },
  );
});

test('nor where words were learnt', { timeout: 120_000 }, () => {
  const crowd = Array.from({ length: 1_100 }, (_, n) =>
    memberOf(
      expert({
        id: `crowd${n}`,
        about: `oxygen nurse training midwife ward${n % 90} rota${(n * 7) % 50} triage${n % 40} audit`,
      }),
    ),
  );
  fc.assert(
    fc.property(asks, people, unrelated, (ask, all, others) => stays(ask, all, others, crowd)),
    { numRuns: 2 },
  );
});
