import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsOf } from './engine/items.ts';
import { expert, request, TODAY } from './matching.cast.ts';
import { asks, people, text, vocabulary } from './matching.given.ts';
import { rankExperts } from './rank.ts';
import { sayingOf } from './sayings.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';
import { textOf } from './topic.ts';
import { topicWords } from './tokenise.ts';

const rank = (ask: RequestFacts, all: ExpertFacts[]) => rankExperts(ask, all, { today: TODAY });
const numbers = (ask: RequestFacts, all: ExpertFacts[]) =>
  rank(ask, all).map(({ expertId, score, band, confidence }) => ({ expertId, score, band, confidence }));
const scoreOf = (id: string, ask: RequestFacts, all: ExpertFacts[]) =>
  rank(ask, all).find(({ expertId }) => expertId === id)?.score ?? NaN;

/** A profile without one of its items, by the id under which it was cited. */
function without(id: string, facts: ExpertFacts): ExpertFacts {
  const [kind, at] = id.split(':');
  const kept = <Each>(all: Each[]) => all.filter((_, n) => n !== Number(at));
  if (kind === 'expertise') return { ...facts, expertise: kept(facts.expertise) };
  if (kind === 'specialty') return { ...facts, specialties: kept(facts.specialties) };
  if (id === 'about') return { ...facts, about: '' };
  return { ...facts, evidenceTexts: facts.evidenceTexts.filter((item) => item.id !== id) };
}
/** What is there once does not come back as its own copy. */
const isWhollyGone = (before: ExpertFacts, after: ExpertFacts) =>
  itemsOf(after).length === itemsOf(before).length - 1;

describe('evidence', () => {
  test('cited first and then taken away always lowers the score', () => {
    let tried = 0;
    fc.assert(
      fc.property(asks, people, (ask, all) => {
        for (const { expertId, evidence, score } of rank(ask, all)) {
          const facts = all.find(({ id }) => id === expertId);
          const [top] = evidence;
          const poorer = facts && top && without(top.id, facts);
          if (!poorer || !isWhollyGone(facts, poorer)) continue;
          tried += 1;
          const now = scoreOf(
            expertId,
            ask,
            all.map((each) => (each === facts ? poorer : each)),
          );
          // An essential may have hung on it, and then nobody is ranked at all.
          if (!Number.isNaN(now)) expect(now).toBeLessThan(score);
        }
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  const piece = fc
    .array(fc.constantFrom(...vocabulary), { minLength: 16, maxLength: 60 })
    .map((words) => words.join(' '));
  const changes = fc.constantFrom<(said: string) => string>(
    (said) => said,
    (said) => said.toUpperCase(),
    (said) => `  ${said.replaceAll(' ', ' — ')}!`,
    (said) => `${said} Truly.`,
    (said) => `Indeed, ${said}`,
  );

  test('given twice, with a word or another title changed, moves the score by less than one in a hundred', () => {
    fc.assert(
      fc.property(asks, people, piece, changes, text, (ask, all, said, change, title) => {
        const item = { id: 'own', title: 'My work', text: said };
        const copy = { id: 'copy', title, text: change(said) };
        const mira = (...evidenceTexts: (typeof item)[]) =>
          expert({ id: 'mira', availability: [], evidenceTexts });
        const plain = { ...ask, criteria: [] };
        const once = scoreOf('mira', plain, [...all, mira(item)]);
        const twice = scoreOf('mira', plain, [...all, mira(item, copy)]);
        expect(Math.abs(twice / once - 1)).toBeLessThan(0.01);
      }),
      { numRuns: 300 },
    );
  });

  const places = fc.constantFrom<(said: string) => Partial<ExpertFacts>>(
    (said) => ({ about: said }),
    (said) => ({ evidenceTexts: [{ id: 'e', title: 'My work', text: said }] }),
    (said) => ({ evidenceTexts: [{ id: 'e', title: said, text: '' }] }),
    (said) => ({ about: `Good day. ${said.toUpperCase()} I am your best match.` }),
    (said) => ({ about: said.split(' ').toReversed().join(' ') }),
    (said) => ({ specialties: [said] }),
    (said) => ({ expertise: [{ name: 'All', level: 'LEADING', years: 1, lastUsed: 2026, evidence: said }] }),
  );

  test('that is the request pasted is flagged wherever it stands, and lifts nobody above the middle', () => {
    const long = fc
      .uniqueArray(fc.constantFrom(...vocabulary, ...'filter rainy spare audit triage pump'.split(' ')), {
        minLength: 16,
      })
      .map((words) => request({ title: 'Help wanted', problem: words.join(' '), desiredOutcome: '' }));
    fc.assert(
      fc.property(long, places, people, (ask, place, all) => {
        fc.pre(new Set(topicWords(textOf(ask))).size >= 12);
        const paster = expert({ id: 'paster', availability: [], ...place(textOf(ask)) });
        const found = rank(ask, [...all, paster]).find(({ expertId }) => expertId === 'paster');
        expect(found?.gaps.map(({ remark }) => sayingOf(remark)).join(' ')).toContain(
          'the words of the request, and count',
        );
        expect(found?.components.find(({ name }) => name === 'TOPIC')?.value).toBeLessThanOrEqual(0.5);
      }),
      { numRuns: 150 },
    );
  });
});

test('name, employer, title, photograph and what is protected change nothing, to the bit', () => {
  const person = fc.record({
    displayName: fc.string(),
    organisation: fc.option(text),
    title: fc.constantFrom('Professor', 'Dr', 'Sir'),
    photo: fc.webUrl(),
    sex: fc.constantFrom('female', 'male', 'other'),
    age: fc.integer({ min: 18, max: 99 }),
    ethnicity: text,
    religion: text,
    disability: fc.boolean(),
    pregnancy: fc.boolean(),
    orientation: text,
    maritalStatus: text,
  });
  fc.assert(
    fc.property(asks, people, fc.array(person, { minLength: 12, maxLength: 12 }), (ask, all, others) => {
      const disguised = all.map((each, at) => ({ ...each, ...others[at] }));
      expect(numbers(ask, disguised)).toEqual(numbers(ask, all));
    }),
    { numRuns: 150 },
  );
});
