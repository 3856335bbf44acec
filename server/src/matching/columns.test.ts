import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Community, type Member } from './engine/community.ts';
import { crowdOf, laden } from './engine/crowd.ts';
import { itemsOf } from './engine/items.ts';
import { pack } from './engine/packed.ts';
import { passGates } from './gates.ts';
import { desirable, essential, expert, request, speaks, TODAY } from './matching.cast.ts';
import type { Criterion, ExpertFacts, Level } from './shapes.ts';

const some = <T>(...values: T[]) => fc.array(fc.constantFrom(...values), { maxLength: 3 });
const day = fc.constantFrom('2026-10-01', '2026-11-22', '2026-12-01', '2027-01-15', '2027-01-16T09:00:00Z');
const claim = fc.record({
  name: fc.constantFrom('Oxygen plant maintenance', 'Wound care', 'IT', 'Teaching on a ward'),
  level: fc.constantFrom<Level>('LEARNING', 'EXPERIENCED', 'LEADING'),
  years: fc.constant(null),
  lastUsed: fc.constant(null),
  evidence: fc.constantFrom(null, 'Trained the engineers who keep an oxygen plant and its maintenance rota.'),
});
const facts: fc.Arbitrary<Partial<ExpertFacts>> = fc.record({
  openToMatching: fc.constantFrom(true, true, true, false),
  pausedUntil: fc.constantFrom(null, null, null, '2026-11-22', '2027-01-15'),
  load: fc.constantFrom(0, 0, 0, 1, 2),
  loadCap: fc.option(fc.nat(2)),
  isVerified: fc.boolean(),
  regulator: fc.constantFrom(null, '', 'GMC', 'nmc'),
  profession: fc.constantFrom(null, ' ', 'nurse', 'mental-health nurse', 'surgeon'),
  languages: some(speaks('fr', 'C1'), speaks('pt-BR', 'B1', { reading: null }), speaks('en', 'NATIVE')),
  baseCountry: fc.constantFrom(null, 'SL', 'gb'),
  countryExperience: some({ country: 'SL', role: null, months: 3, lastYear: null }),
  contributionTypes: some('ADVISE', 'Site visit', 'TEACH'),
  availability: fc.array(fc.record({ from: day, to: fc.option(day) }), { maxLength: 1 }),
  expertise: fc.array(claim, { maxLength: 3 }),
  specialties: some('oxygen plant maintenance', 'wound care', 'it'),
});
const ask: fc.Arbitrary<Criterion[]> = fc.array(
  fc.constantFrom(
    essential({ kind: 'LANGUAGE', value: 'pt:speaking', level: 'B1' }),
    essential({ kind: 'LANGUAGE', value: 'en' }),
    essential({ kind: 'COUNTRY', value: 'sl' }),
    essential({ kind: 'PROFESSION', value: 'nurse' }),
    essential({ kind: 'CONTRIBUTION', value: 'SITE_VISIT' }),
    essential({ kind: 'REGISTRATION', value: 'GMC' }),
    essential({ kind: 'REGISTRATION', value: '' }),
    essential({ kind: 'EXPERTISE', value: 'maintenance of an oxygen plant', level: 'EXPERIENCED' }),
    essential({ kind: 'EXPERTISE', value: 'wound care', level: 'LEADING' }),
    essential({ kind: 'EXPERTISE', value: 'IT' }),
    essential({ kind: 'EXPERTISE', value: 'the' }),
    desirable({ kind: 'EXPERTISE', value: 'oxygen' }),
  ),
  { maxLength: 3 },
);

let version = 0;
const memberOf = (id: string, known: Partial<ExpertFacts>): Member => {
  const person = expert({ id, ...known });
  return { id, version: ++version, facts: person, terms: pack(itemsOf(person)) };
};
/** Enough others that columns are kept. */
const crowd = Array.from({ length: 2_500 }, (_, n) =>
  memberOf(`crowd${n}`, { about: Array.from({ length: 60 }, (__, at) => `word${n % 50}x${at}`).join(' ') }),
);
const people = fc.array(fc.tuple(fc.nat(30), facts, fc.boolean()), { minLength: 15, maxLength: 30 });

test('gates asked in columns let through and stop whom they stop when asked one by one', () => {
  fc.assert(
    fc.property(people, people, ask, day, fc.nat(3), (before, after, criteria, neededBy, carried) => {
      const community = new Community();
      community.apply(crowd, []);
      community.apply(
        before.map(([n, known]) => memberOf(`p${n}`, known)),
        [],
      );
      community.now();
      for (const [n, known, isGone] of after.slice(0, 8))
        community.apply(isGone ? [] : [memberOf(`p${n}`, known)], isGone ? [`p${n}`] : []);
      const known = community.now().experts;
      // What people carry is not in the columns: it is laid over whenever somebody asks.
      const experts = known.map((one) => (one.id.startsWith('p') ? { ...one, load: carried } : one));
      laden(experts, known);
      const asked = request({
        ...{ criteria, neededBy, ownerId: 'p1', excludedIds: [{ id: 'p2', why: 'Sells them.' }] },
      });

      expect(crowdOf(experts)).not.toBeNull();
      const inColumns = passGates(asked, experts, TODAY);
      const oneByOne = passGates(asked, [...experts], TODAY);
      expect(inColumns.fell).toEqual(oneByOne.fell);
      expect([...inColumns.places]).toEqual([...oneByOne.places]);
    }),
    { numRuns: 30 },
  );
}, 120_000);
