import { expect, test } from 'vitest';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';
import { wordsOf } from './fold.ts';

const joined = (text: string) =>
  wordsOf(text)
    .map((word) => word.text)
    .join(' ');

test.each([
  ['Évaluation À DISTANCE', 'evaluation a distance'],
  ['l’eau, COVID-19 & Łódź', 'l eau covid 19 lodz'],
  ['الصِّحَّة والمدرسة ٢٠٢٦', 'صحه مدرسه 2026'],
  ['Straße Ærø Œuvre', 'strasse aero oeuvre'],
  ['ΟΔΟΣ Ёлка', 'οδοσ елка'],
  ['糖尿病care', '糖 尿 病 care'],
])('%s is searched as %s', (written, words) => {
  expect(joined(written)).toBe(words);
});

test('each word knows where it stood', () => {
  const text = 'Le médecin: الصِّحَّة';
  expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Le', 'médecin', 'الصِّحَّة']);
});

test('the database folds every letter of the basic plane as we do', async () => {
  const em = (await hub()).orm.em.fork();
  const signs = Array.from({ length: 0xffff }, (_, code) => code + 1)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code));
  const lines = Array.from({ length: Math.ceil(signs.length / 64) }, (_, n) =>
    signs.slice(n * 64, n * 64 + 64).join('x '),
  );

  const there = await rows<{ text: string }>(
    em,
    sql`select search_text(line) as text from unnest(${lines}::text[]) with ordinality as l(line, n) order by n`,
  );

  const differ = lines.filter((line, n) => joined(line) !== there[n]?.text);
  // A few scripts have capitals that are younger than the database.
  expect(differ.length / lines.length).toBeLessThan(0.01);
});
