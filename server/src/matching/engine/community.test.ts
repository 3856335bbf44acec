import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expert, request, TODAY, wystan } from '../matching.cast.ts';
import { rankExperts, rankingWith } from '../rank.ts';
import { sayingOf } from '../sayings.ts';
import { textOf } from '../topic.ts';
import { topicWords } from '../tokenise.ts';
import { Community, type Member } from './community.ts';
import { itemsOf } from './items.ts';
import { pack } from './packed.ts';
import { askFor } from './query.ts';
import { scoreTopics } from './topic-scores.ts';
import { textOfTerms, versionFrom } from './version.ts';

const words = 'oxygen plant ward rota nurse teach curriculum midwife stroke triage audit ممرضة 護理'.split(
  ' ',
);
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 })
  .map((said) => said.join(' '));
const person = fc.record({
  id: fc.nat(40).map((n) => `p${n}`),
  texts: fc.array(text, { maxLength: 3 }),
  isGone: fc.boolean(),
});
let version = 0;
const memberOf = (id: string, texts: string[]): Member => {
  const facts = expert({
    id,
    evidenceTexts: texts.map((said, at) => ({ id: `e${at}`, title: '', text: said })),
  });
  return { id, version: ++version, facts, terms: pack(itemsOf(facts)) };
};
/** Enough others that the index keeps its base when somebody changes. */
const crowd = Array.from({ length: 3_000 }, (_, n) =>
  memberOf(`crowd${n}`, [words.map((word, at) => `${word}${(n * 7 + at) % 900} `.repeat(4)).join('')]),
);
const scoresOf = (community: Community, asked: string): [string, number][] => {
  const { index, experts } = community.now();
  const slots = experts.map(({ id }) => index.slots.get(id) ?? -1);
  const scores = scoreTopics(index, askFor(index.statistics, topicWords(asked)), slots);
  return experts
    .map(({ id }, at): [string, number] => [id, scores.valueOf(slots[at] ?? -1)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
};

describe('the index that is kept', () => {
  test('scores to the bit as one that is made anew, however it came to be', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 100 }), text, (changes, asked) => {
        const kept = new Community();
        kept.apply(crowd, []);
        kept.now();
        const now = new Map(crowd.map((member) => [member.id, member]));
        for (const { id, texts, isGone } of changes) {
          const member = memberOf(id, texts);
          if (isGone) now.delete(id);
          else now.set(id, member);
          kept.apply(isGone ? [] : [member], isGone ? [id] : []);
          if (texts.length > 1) kept.now();
        }
        const anew = new Community();
        anew.apply([...now.values()], []);
        expect(scoresOf(kept, asked)).toEqual(scoresOf(anew, asked));
      }),
      { numRuns: 8 },
    );
  });

  test('what is older never replaces what is newer', () => {
    const [older, newer] = [memberOf('a', ['oxygen']), memberOf('a', ['nurse'])];
    const community = new Community();
    community.apply([newer], []);
    community.apply([older], []);
    expect(scoresOf(community, 'oxygen')).toEqual([['a', 0]]);
  });
});

test(
  'what is learnt is the same to the bit, whenever it is learnt from the same',
  { timeout: 120_000 },
  () => {
    const asked = [textOfTerms(topicWords(textOf(request())))];
    const once = versionFrom('1', crowd.slice(0, 1_100), asked);
    expect(once.latent?.dimensions).toBe(100);
    expect(versionFrom('1', crowd.slice(0, 1_100), asked)).toEqual(once);
  },
);

describe('stuffing', () => {
  const ask = request({
    problem: `${request().problem} Compressors trip, filters clog, staff change, spare parts wait at the port.`,
  });
  const pasted = { id: 'pasted', title: 'My work', text: textOf(ask) };

  test('who pastes the request is told apart, and stands no higher than the middle by it', () => {
    const stuffed = expert({ id: 'stuffed', evidenceTexts: [pasted] });
    const { standings, explain } = rankingWith(ask, [stuffed, wystan], { today: TODAY });
    const [found] = standings.filter(({ expertId }) => expertId === 'stuffed');
    expect(found?.topic).toBeLessThanOrEqual(0.5);
    expect(found && explain(found).gaps.map(({ remark }) => sayingOf(remark))).toContain(
      '“My work” repeats the words of the request, and counts for less.',
    );
    expect(standings[0]?.expertId).toBe('wystan');
  });

  test('a copy with a word changed counts as the same item', () => {
    const [first] = wystan.evidenceTexts;
    const copy = { id: 'copy', title: first?.title ?? '', text: `${first?.text} Truly.` };
    const again = { ...wystan, evidenceTexts: [...wystan.evidenceTexts, copy] };
    const scoreOf = (who: typeof wystan) => rankExperts(ask, [who], { today: TODAY })[0]?.score ?? 0;
    expect(Math.abs(scoreOf(again) / scoreOf(wystan) - 1)).toBeLessThan(0.01);
  });
});
