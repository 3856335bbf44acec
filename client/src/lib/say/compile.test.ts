import { describe, expect, test } from 'vitest';
import { compileArea } from '../../../../scripts/messages/compile.ts';

const languages = ['en', 'fr', 'ar'];
const said = (en: string, fr = en, ar = en) => ({ en: { x: en }, fr: { x: fr }, ar: { x: ar } });
const compile = (...texts: [string, string?, string?]) => compileArea('area', languages, said(...texts));

describe('a message', () => {
  test('is one function that holds its text in every language', () => {
    expect(compile('Post reply', 'Publier', 'نشر')).toContain(
      'export const x = (): string => one("Post reply", "Publier", "نشر");',
    );
  });

  test('asks for a number where it counts and for either where it only puts in', () => {
    const text = compile('{name}: {count, plural, one {# reply} other {# replies}}');
    expect(text).toContain('a: { name: string | number; count: number }');
    expect(text).toContain('"one": `${written(a.count)} reply`');
  });

  test('cannot break out of the text it is written into', () => {
    expect(compile("`$'{'1}` \\ {name}")).toContain('\\`\\${1}\\` \\\\ ');
  });
});

describe('what is refused, all at once', () => {
  test('a missing translation', () => {
    expect(() => compileArea('area', languages, { en: { x: 'Yes' }, fr: {}, ar: { x: 'نعم' } })).toThrow(
      'area.fr: x is missing',
    );
  });

  test('a translation that takes other values', () => {
    expect(() => compile('Hello {name}', 'Bonjour {nom}', 'مرحبا {name}')).toThrow(
      'area.fr: x takes other values',
    );
  });

  test('a plural form that the language does not know', () => {
    expect(() => compile('{n, plural, few {#} other {#}}')).toThrow(/area.en: x/);
  });
});
