import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { faultIn } from '../../test/markup.ts';
import { plainExcerpt, renderMarkdown } from './markdown.ts';
import { cleanText } from './text.ts';
import { naughty } from '../../test/naughty-words.ts';

describe('text made to be slow', () => {
  test.each([
    '>',
    '[',
    '![',
    '*',
    '_a*',
    '- ',
    '> - ',
    '`',
    '<',
    '[a](',
    '|a',
    '\n|-|\n',
    'http://',
    '[[a]',
    '://',
    'www.a',
    'a@',
    '![a](https://b.c)',
  ])('%j repeated neither hangs nor throws', (unit) => {
    const source = unit.repeat(20_000 / unit.length);
    const started = process.threadCpuUsage();
    const html = renderMarkdown(source);
    expect(process.threadCpuUsage(started).user / 1_000).toBeLessThan(3_000);
    expect(faultIn(html)).toBeNull();
  });
});

describe('an excerpt', () => {
  test('is the words on one line', () => {
    const source =
      '# Rotas\n\nTry **self**-rostering,\nsee [the guide](https://a.org) and ![a chart](https://a.org/c).\n\n- `one`\n- two';
    expect(plainExcerpt(source, 200)).toBe('Rotas Try self-rostering, see the guide and a chart. one two');
    expect(plainExcerpt('<b>not</b> & hidden', 200)).toBe('<b>not</b> & hidden');
    expect(plainExcerpt('', 10)).toBe('');
  });

  test('is cut between words, and never inside a character', () => {
    expect(plainExcerpt('A rota that everybody can live with', 20)).toBe('A rota that…');
    expect(plainExcerpt('exactly ten', 11)).toBe('exactly ten');
    expect(plainExcerpt('👩🏽‍⚕️'.repeat(10), 12)).toBe(`${'👩🏽‍⚕️'.repeat(2)}…`);
    expect(plainExcerpt('😀'.repeat(2_000), 50)).toBe(`${'😀'.repeat(49)}…`);
  });

  test('fits, and is text that may be kept', () => {
    for (const raw of naughty) {
      const excerpt = plainExcerpt(raw, 30);
      expect([...excerpt].length).toBeLessThanOrEqual(30);
      const rules = { max: 9_999, field: 'body', label: 'your reply', multiline: true, required: false };
      if ('text' in cleanText(raw, rules)) expect(excerpt.isWellFormed()).toBe(true);
    }
  });
});
