import { describe, expect, test } from 'vitest';
import { stem } from './stem.ts';
import { contentWords, topicWords, words } from './tokenise.ts';

describe('stemming', () => {
  test.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['sing', 'sing'],
    ['conflated', 'conflat'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['conditional', 'condit'],
    ['rational', 'ration'],
    ['digitizer', 'digit'],
    ['operator', 'oper'],
    ['feudalism', 'feudal'],
    ['hopefulness', 'hope'],
    ['sensitivity', 'sensit'],
    ['triplicate', 'triplic'],
    ['electrical', 'electr'],
    ['revival', 'reviv'],
    ['allowance', 'allow'],
    ['replacement', 'replac'],
    ['adoption', 'adopt'],
    ['probate', 'probat'],
    ['rate', 'rate'],
    ['cease', 'ceas'],
    ['controlling', 'control'],
    ['is', 'is'],
    ['generalizations', 'gener'],
    ['oscillators', 'oscil'],
  ])('brings %s to %s', (word, root) => {
    expect(stem(word)).toBe(root);
  });

  test('makes one word of its forms', () => {
    expect(new Set(['train', 'trains', 'trained', 'training'].map(stem))).toEqual(new Set(['train']));
  });
});

describe('finding words', () => {
  test('folds case, keeps digits and drops possessives', () => {
    expect(words('Band 6 NURSES’ rota; the nurse’s rota')).toEqual([
      'band',
      '6',
      'nurs',
      'rota',
      'the',
      'nurs',
      'rota',
    ]);
  });

  test('takes composed and decomposed accents as one', () => {
    expect(words('Zso\u0301fia')).toEqual(words('Zsófia'));
  });

  test('leaves out words that say nothing, unless there are no others', () => {
    expect(topicWords('the care of it')).toEqual(['care']);
    expect(topicWords('IT')).toEqual([]);
    expect(contentWords('IT')).toEqual(['it']);
    expect(contentWords('?!')).toEqual([]);
  });

  test('reads Arabic with or without its vowel marks, and sees through hidden characters', () => {
    expect(words('مُمَرِّضة')).toEqual(words('ممرضة'));
    expect(words('oxy\u200Bgen')).toEqual(['oxygen']);
  });

  test('parts scripts that write no spaces, beside scripts that do', () => {
    const found = words('training 護理教育 тренинг ภาษาไทย');
    expect(found).toContain('train');
    expect(found).toContain('тренинг');
    expect(found.length).toBeGreaterThan(4);
  });

  test('is quick with one endless word', () => {
    expect(words('a'.repeat(200_000))).toHaveLength(1);
  });
});
