import { compile } from 'sass';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const theme = fileURLToPath(new URL('hub.scss', import.meta.url));
const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));

describe('the theme', () => {
  let css = '';
  beforeAll(() => {
    css = compile(theme, { loadPaths: [packages], quietDeps: true }).css;
  }, 60_000);

  test.each([/frutiger/i, /assets\.nhs\.uk/, /#005eb8/i, /https?:\/\/(?!www\.w3\.org)/])(
    'has nothing of the NHS and asks no other host: %s',
    (mark) => {
      expect(css).not.toMatch(mark);
    },
  );

  test('names its own letters, which the framework leaves out for any family but its own', () => {
    expect(css).toMatch(/html\s*\{[^}]*font-family:\s*Arial/);
  });

  test('is written for both directions in what is our own', () => {
    const own = [...css.matchAll(/\.hub-[^{]*\{[^}]*\}/g)].map(([rule]) => rule);
    expect(own.length).toBeGreaterThan(50);
    for (const rule of own)
      expect(rule).not.toMatch(/(margin|padding|border)-(left|right)|text-align: (left|right)/);
  });
});
