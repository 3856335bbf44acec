import { describe, expect, test } from 'vitest';
import { judge } from './criteria.ts';
import { passGates } from './gates.ts';
import { desirable, essential, expert, request } from './matching.cast.ts';
import { rankExperts } from './rank.ts';
import { sayingOf } from './sayings.ts';
import { relatedLabels, suggestTerms } from './vocabulary.ts';

const knows = (name: string) =>
  expert({
    id: 'nurse',
    expertise: [{ name, level: 'LEADING', years: 9, lastUsed: 2026, evidence: null }],
  });

describe('terms to choose from', () => {
  test('hold every word that was begun, those that begin so first', () => {
    const found = suggestTerms('infec con', 5);
    expect(found[0]).toBe('infection control');
    expect(found).toContain('manage infection control in the facility');
  });

  test('are none for nothing, for what is not there and for floods', () => {
    expect(suggestTerms('  ', 5)).toEqual([]);
    expect(suggestTerms('qqqq', 5)).toEqual([]);
    expect(suggestTerms('a'.repeat(101), 5)).toEqual([]);
  });
});

describe('a label that stands beside the one asked for', () => {
  test('is found whatever the order of its words', () => {
    const labels = relatedLabels('Control infection').map(({ label }) => label);
    expect(labels).toContain('asepsis');
    expect(relatedLabels('Tetum poetry')).toEqual([]);
  });

  test('is shown as related and worth three tenths of a desirable criterion', () => {
    const criterion = desirable({ kind: 'EXPERTISE', value: 'Infection control' });
    const verdict = judge(criterion, knows('Asepsis'));
    const [match] = rankExperts(request({ criteria: [criterion] }), [knows('Asepsis')], {
      today: '2026-11-24',
    });

    expect(verdict).toMatchObject({ met: 'RELATED', worth: 0.3 });
    expect(verdict.why.map((remark) => sayingOf(remark))).toEqual([
      'Lists Asepsis, which is related to Infection control.',
    ]);
    expect(match?.components.find(({ name }) => name === 'PREFERRED')?.value).toBe(0.3);
  });

  test('never satisfies an essential', () => {
    const asked = request({ criteria: [essential({ kind: 'EXPERTISE', value: 'Infection control' })] });
    expect(passGates(asked, [knows('Asepsis')], '2026-11-24').remaining).toEqual([]);
    expect(passGates(asked, [knows('Infection control')], '2026-11-24').remaining).toHaveLength(1);
  });
});
