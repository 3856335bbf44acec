import { describe, expect, test } from 'vitest';
import { passGates } from './gates.ts';
import { bartholomew, desirable, essential, expert, request, wystan } from './matching.cast.ts';
import { rankExperts } from './rank.ts';
import { saidMatch } from './said.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';

/** What `docs/odd-input.md` states, case by case. */
const today = '2026-11-24';
const rank = (asked: RequestFacts, experts: ExpertFacts[]) =>
  rankExperts(asked, experts, { today }).map((match) => saidMatch(match, 'STAFF'));
const topicOf = (match: ReturnType<typeof rank>[number] | undefined) =>
  match?.components.find(({ name }) => name === 'TOPIC')?.value;
const says = (match: ReturnType<typeof rank>[number] | undefined) => match?.gaps.map((gap) => gap.says) ?? [];

function sound(matches: ReturnType<typeof rank>): void {
  for (const { score, components } of matches) {
    expect(Number.isFinite(score)).toBe(true);
    expect(components.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
  }
}

describe('odd profiles', () => {
  test('an empty one is ranked last, with no topic, no confidence and every gap told', () => {
    const empty = expert({ id: 'empty' });
    const matches = rank(request(), [empty, wystan]);
    sound(matches);

    expect(matches.map(({ expertId }) => expertId)).toEqual(['wystan', 'empty']);
    expect([topicOf(matches[1]), matches[1]?.confidence]).toEqual([0, 0]);
    expect(says(matches[1])).toContain('Hardly any evidence in their profile yet: low confidence.');
  });

  test('a hundred thousand words do not outweigh a few that fit', () => {
    const flood = 'ward clinic training patient community hospital '.repeat(16_667);
    const long = expert({
      id: 'long',
      evidenceTexts: [{ id: 'l', title: 'Everything', text: `${flood} oxygen plant` }],
    });
    const matches = rank(request(), [long, wystan]);
    sound(matches);
    expect(matches[0]?.expertId).toBe('wystan');
  });

  test('one that pastes the request is told apart, and stands below whoever did the work', () => {
    const asked = request({
      desiredOutcome:
        'A maintenance plan with filters, spare parts and a rota for the oxygen plant, written by the local engineers who own it.',
    });
    const { title, problem, desiredOutcome } = asked;
    const paster = expert({ ...wystan, id: 'paster', specialties: [], expertise: [], evidenceTexts: [] });
    const matches = rank(asked, [{ ...paster, about: `${title}. ${problem} ${desiredOutcome}` }, wystan]);
    sound(matches);

    expect(matches.map(({ expertId }) => expertId)).toEqual(['wystan', 'paster']);
    expect(topicOf(matches[1])).toBeLessThanOrEqual(0.5);
    expect(says(matches[1]).join(' ')).toContain('repeats the words of the request, and counts for less');
  });

  test('one with no hours a month is ranked, and says that there are none', () => {
    const [without] = rank(request(), [{ ...wystan, hoursAMonth: 0 }]);
    const [free] = rank(request(), [wystan]);
    expect(without?.score).toBeLessThan(free?.score ?? 0);
    const availability = without?.components.find(({ name }) => name === 'AVAILABILITY');
    expect(availability?.says).toContain('about 0 hours in all');
  });

  test('ten thousand alike are all ranked, in one order, whatever order they come in', () => {
    const alike = Array.from({ length: 10_000 }, (_, at) => ({
      ...wystan,
      id: `w${String(at).padStart(5, '0')}`,
    }));
    const matches = rank(request(), alike);
    const ids = matches.map(({ expertId }) => expertId);

    expect(new Set(ids).size).toBe(10_000);
    expect(new Set(matches.map(({ score }) => score)).size).toBe(1);
    expect(rank(request(), alike.toReversed()).map(({ expertId }) => expertId)).toEqual(ids);
  }, 120_000);
});

describe('odd requests', () => {
  test('of one word finds who uses it', () => {
    const matches = rank(request({ title: 'Concentrators', problem: '', desiredOutcome: '' }), [
      bartholomew,
      wystan,
    ]);
    sound(matches);
    expect(matches[0]?.expertId).toBe('wystan');
  });

  test('of stop words alone says nothing of anybody’s topic', () => {
    const asked = request({
      title: 'And so it is',
      problem: 'To be or not to be',
      desiredOutcome: 'That is it',
    });
    const matches = rank(asked, [bartholomew, wystan]);
    sound(matches);
    expect(matches.map(topicOf)).toEqual([0, 0]);
  });

  test('in several scripts at once is read in each', () => {
    const arabic = expert({
      id: 'arabic',
      evidenceTexts: [
        { id: 'a', title: 'مكافحة العدوى', text: 'تدريب الممرضين على مكافحة العدوى في المستشفى.' },
      ],
    });
    const asked = request({
      title: 'Oxygen مكافحة العدوى 氧气',
      problem: 'مكافحة العدوى',
      desiredOutcome: '',
    });
    const matches = rank(asked, [arabic, bartholomew]);
    sound(matches);
    expect(matches[0]?.expertId).toBe('arabic');
  });

  test('with a criterion that nobody knows keeps everybody out, and says at which', () => {
    const unknown = essential({ kind: 'EXPERTISE', value: 'Zorbology', level: 'SUPREME' });
    const { remaining, fell } = passGates(request({ criteria: [unknown] }), [bartholomew, wystan], today);
    expect(remaining).toEqual([]);
    expect(fell).toMatchObject([{ gate: 'ESSENTIAL', count: 2, remainIfLifted: 2 }]);
  });

  test('with essentials that contradict each other finds nobody, and says what one of them costs', () => {
    const both = ['ar', 'tet'].map((tag) =>
      essential({ id: tag, kind: 'LANGUAGE', value: tag, level: 'C2' }),
    );
    const { remaining, fell } = passGates(request({ criteria: both }), [bartholomew, wystan], today);
    expect(remaining).toEqual([]);
    expect(fell.every(({ remainIfLifted }) => remainIfLifted === 0)).toBe(true);
  });

  test('with dates the wrong way round asks for its first day, and windows that end before they begin are no time', () => {
    const asked = request({ closesAt: '2027-03-01', neededBy: '2027-01-01' });
    const backwards = { ...wystan, availability: [{ from: '2027-06-01', to: '2027-02-01' }] };
    sound(rank(asked, [wystan]));
    expect(
      passGates(asked, [backwards], today)
        .whyNot('wystan')
        .map(({ gate }) => gate),
    ).toEqual(['AVAILABILITY']);
  });

  test('never reaches somebody without any capacity', () => {
    const full = { ...wystan, loadCap: 0 };
    expect(
      passGates(request(), [full], today)
        .whyNot('wystan')
        .map(({ gate }) => gate),
    ).toEqual(['LOAD_CAP']);
  });

  test('never finds its own owner, however good', () => {
    const own = request({ ownerId: 'wystan', criteria: [desirable({ kind: 'EXPERTISE', value: 'Oxygen' })] });
    expect(rank(own, [wystan, bartholomew]).map(({ expertId }) => expertId)).toEqual(['bartholomew']);
  });
});
