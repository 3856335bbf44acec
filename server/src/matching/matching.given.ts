import fc from 'fast-check';
import { desirable, essential, expert, request, speaks } from './matching.cast.ts';
import type { ExpertFacts } from './shapes.ts';

/** Any people and any request, from sensible to absurd, for the tests of what always holds. */

export const vocabulary =
  'oxygen plant maintenance hospital rota nurse training curriculum midwife regulator the of ممرضة 護理教育 écoute'.split(
    ' ',
  );
export const text = fc
  .array(fc.constantFrom(...vocabulary), { maxLength: 30 })
  .map((words) => words.join(' '));
const someText = fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 60 }));
const date = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 9, 1 + days)).toISOString().slice(0, 10));
const cefr = fc.constantFrom('A2', 'B2', 'C1', 'NATIVE', null);

const anyone = fc.record({
  profession: fc.option(someText),
  specialties: fc.array(text, { maxLength: 2 }),
  expertise: fc.array(
    fc.record({
      name: text,
      level: fc.constantFrom('LEARNING', 'WORKING', 'EXPERIENCED', 'LEADING'),
      years: fc.option(fc.nat(40)),
      lastUsed: fc.option(fc.integer({ min: 1990, max: 2026 })),
      evidence: fc.option(text),
    }),
    { maxLength: 3 },
  ),
  languages: fc.array(
    fc.tuple(fc.constantFrom('fr', 'ar', 'pt-BR', '?'), cefr).map(([tag, level]) => speaks(tag, level)),
    { maxLength: 2 },
  ),
  baseCountry: fc.constantFrom('SL', 'GB', 'zz', null),
  contributionTypes: fc.subarray(['ADVISE', 'TEACH', 'HOST']),
  availability: fc.array(fc.record({ from: date, to: fc.option(date) }), { maxLength: 3 }),
  hoursAMonth: fc.option(fc.nat(40)),
  loadCap: fc.option(fc.nat(3)),
  load: fc.nat(3),
  asksLastYear: fc.nat(12),
  about: someText,
  evidenceTexts: fc
    .array(fc.record({ title: text, text: someText }), { maxLength: 4 })
    .map((items) => items.map((item, at) => ({ ...item, id: `e${at}` }))),
});
export const people = fc
  .array(anyone, { maxLength: 12 })
  .map((all) =>
    all.map((facts, at): ExpertFacts => expert({ ...facts, id: `p${String(at).padStart(2, '0')}` })),
  );
export const asks = fc
  .record({
    title: someText,
    problem: text,
    desiredOutcome: text,
    country: fc.constantFrom('SL', null),
    effortHours: fc.option(fc.nat(40)),
    closesAt: fc.option(date),
    neededBy: fc.option(date),
    criteria: fc.subarray([
      desirable({ kind: 'LANGUAGE', value: 'fr', level: 'B2' }),
      desirable({ kind: 'EXPERTISE', value: 'oxygen plant' }),
      essential({ kind: 'CONTRIBUTION', value: 'ADVISE' }),
      desirable({ kind: 'PROFESSION', value: 'nurse' }),
    ]),
  })
  .map((facts) => request(facts));
