import { parse, type Token } from '@messageformat/parser';
import type { Catalogue } from './compile.ts';

/**
 * A message as the browser is sent it: plain text, or parts. A part is text, or what is put in: `[0, name]` as it is,
 * `[1, name]` as a number, `[2, name, forms]` by the language's plural, `[3, name, forms]` by a word.
 */
export type Pattern = string | Part[];
export type Part = string | [0 | 1, string] | [2 | 3, string, Record<string, Pattern>];

/** Every message of an area in one language, by `area.key`. Faults are found by `compileArea`, which reads the same files. */
export function patternsOf(area: string, messages: Catalogue[string]): Record<string, Pattern> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [
      `${area}.${key}`,
      patternOf(parse(text, { strictPluralKeys: false })),
    ]),
  );
}

function patternOf(tokens: Token[], counted = ''): Pattern {
  const parts = tokens.map((token): Part => {
    switch (token.type) {
      case 'content':
        return token.value;
      case 'argument':
        return [0, token.arg];
      case 'octothorpe':
        return [1, counted];
      case 'function':
        return [1, token.arg];
      default: {
        const forms = token.cases.map(({ key, tokens: inner }) => [key, patternOf(inner, token.arg)]);
        return [
          token.type === 'plural' ? 2 : 3,
          token.arg,
          Object.fromEntries(forms) as Record<string, Pattern>,
        ];
      }
    }
  });
  const [only = ''] = parts;
  return parts.length < 2 && typeof only === 'string' ? only : parts;
}
